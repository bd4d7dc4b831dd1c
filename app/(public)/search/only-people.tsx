import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { PeopleFound } from '#app/_features/search/people-found.tsx'
import { hrefOfSearch } from '#app/_features/search/search-query.ts'
import { call } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

const PAGE_SIZE = 60

/** Everybody found, a page at a time. */
export async function OnlyPeople({ words, cursor }: { words: string; cursor: string | undefined }) {
  const me = await call('me.get', {})
  const here = hrefOfSearch({ words, of: 'people' })
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  const position = cursor === undefined ? {} : { cursor }
  const [{ people, nextCursor }, t] = await Promise.all([
    call('people.search', { query: words, limit: PAGE_SIZE, ...position }),
    getTranslations('search'),
  ])
  return (
    <div className="border-t border-line-2 pt-5">
      <p className="pb-3 text-meta">
        <TextLink href={hrefOfSearch({ words })} tone="quiet">
          {t('back')}
        </TextLink>
      </p>
      {people.length === 0 ? (
        <Empty title={t('noneTitle', { words })} size="part" headingLevel={2}>
          {t('noneText')}
        </Empty>
      ) : (
        <PeopleFound people={people} />
      )}
      {nextCursor !== null && (
        <p className="mt-6">
          <LinkButton href={hrefOfSearch({ words, of: 'people', cursor: nextCursor })}>{t('more')}</LinkButton>
        </p>
      )}
    </div>
  )
}
