import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { resourceShow } from '#core/contract/resources.ts'
import { ResourceCards } from '#app/_features/resource/resource-cards.tsx'
import { ResourceFilters } from '#app/_features/resource/resource-filters.tsx'
import { filterFields, hrefOfResources, readResourceQuery } from '#app/_features/resource/resource-query.ts'
import { call, currentActor } from '#app/_server/call.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { SitePage } from '../_site/site-page.tsx'

type ResourcesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('resource'))('title') }
}

/** 资源库: what is published; for who is in a studio also their own, and what waits for its master. */
export default async function ResourcesPage({ searchParams }: ResourcesPageProps) {
  const asked = readResourceQuery(await searchParams)
  const isPerson = (await currentActor()).kind === 'person'
  const query = isPerson ? asked : { ...asked, show: 'published' as const }
  const { show, search, cursor, ...filter } = query
  const [page, { subjects }, places, t, exporting] = await Promise.all([
    call('resources.list', { show, filter, search, ...(cursor === undefined ? {} : { cursor }) }),
    call('resources.subjects', {}),
    isPerson ? call('resources.places', {}) : { studios: [] },
    getTranslations('resource'),
    getTranslations('export'),
  ])
  const isMember = places.studios.length > 0
  const leads = places.studios.some((studio) => studio.leads)
  const shows = resourceShow.options.filter((one) => one === 'published' || (one === 'own' ? isMember : leads))
  const isNarrowed = search !== '' || filterFields({ ...filter }).length > 0
  const empty = isNarrowed || show !== 'published' ? show : 'none'
  return (
    <SitePage current="resources" path={hrefOfResources(query)}>
      <header className="flex flex-wrap items-end justify-between gap-4 pt-4 pb-6 phone:pb-4">
        <div>
          <h1 className="font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
          <p className="pt-1 text-ink-2">{t('lead')}</p>
        </div>
        {isMember && (
          <LinkButton href="/resources/new" tone="primary">
            {t('upload')}
          </LinkButton>
        )}
      </header>
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-10">
        <ResourceFilters query={query} subjects={subjects} />
        <div className="min-w-0">
          {shows.length > 1 && (
            <div className="pb-3">
              <FilterLinks
                isRow
                label={t('show.label')}
                choices={shows.map((one) => ({
                  ...{ label: t(`show.${one}`), href: hrefOfResources({ show: one }), isChosen: one === show },
                }))}
              />
            </div>
          )}
          <form action="/resources" role="search" className="mb-6 flex flex-wrap items-center gap-3">
            {filterFields(query).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input
              name="q"
              type="search"
              maxLength={60}
              defaultValue={search}
              aria-label={t('search')}
              placeholder={t('search')}
              className="h-10 w-72 min-w-0 rounded-control border border-edge bg-sheet px-3 text-lead phone:flex-1"
            />
            <button className={buttonStyle({})}>{t('find')}</button>
          </form>
          {page.items.length === 0 ? (
            <Empty
              size="part"
              headingLevel={2}
              title={t(`empty.${empty}`)}
              {...(isNarrowed
                ? { actions: <LinkButton href={hrefOfResources({ show })}>{t('showAll')}</LinkButton> }
                : {})}
            >
              {t(`empty.${empty}Text`)}
            </Empty>
          ) : (
            <ResourceCards resources={page.items} />
          )}
          {isPerson && page.items.length > 0 && (
            <p className="mt-8">
              <ExportLink
                href={hrefOfResources({ ...query, cursor: undefined }).replace('/resources', '/api/exports/resources')}
              >
                {exporting('button')}
              </ExportLink>
            </p>
          )}
          {page.nextCursor !== null && (
            <p className="mt-8">
              <LinkButton href={hrefOfResources({ ...query, cursor: page.nextCursor })}>{t('more')}</LinkButton>
            </p>
          )}
        </div>
      </div>
    </SitePage>
  )
}
