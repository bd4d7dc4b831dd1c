import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SearchForm } from '#app/_features/search/search-form.tsx'
import { hrefOfSearch, readSearchQuery } from '#app/_features/search/search-query.ts'
import { SitePage } from '../_site/site-page.tsx'
import { EveryKind } from './every-kind.tsx'
import { OnlyPeople } from './only-people.tsx'

type SearchPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const [t, parameters] = await Promise.all([getTranslations('search'), searchParams])
  const { words } = readSearchQuery(parameters)
  return { title: words === '' ? t('title') : t('found', { words }), robots: { index: false } }
}

/** 全站搜索: activities, studios and people for the same words, in one place. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const { words, of, cursor } = readSearchQuery(await searchParams)
  const t = await getTranslations('search')
  return (
    <SitePage path={hrefOfSearch({ words, of, cursor })} search={words}>
      <h1 className="pt-4 pb-4 font-song text-title font-semibold phone:text-h1">
        {words === '' ? t('title') : t(of === 'people' ? 'peopleOf' : 'found', { words })}
      </h1>
      <SearchForm words={words} />
      <p id="search-lead" className="pt-2 pb-8 text-meta text-ink-3 phone:pb-6">
        {t('lead')}
      </p>
      {words !== '' && (of === 'people' ? <OnlyPeople words={words} cursor={cursor} /> : <EveryKind words={words} />)}
    </SitePage>
  )
}
