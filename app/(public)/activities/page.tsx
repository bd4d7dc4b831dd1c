import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActivityFilters } from '#app/_features/activity/activity-filters.tsx'
import { ActivityList } from '#app/_features/activity/activity-list.tsx'
import { hrefOfActivities, readActivityQuery } from '#app/_features/activity/activity-query.ts'
import { hrefOfCalendar } from '#app/_features/calendar/calendar-query.ts'
import { call } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../_site/site-page.tsx'
import { loadActivities } from './load-activities.tsx'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { moreActivities } from './more-activities.ts'

type ActivitiesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity.list'))('title') }
}

/** 活动大厅: everything that the reader may see, found by state, kind and words. */
export default async function ActivitiesPage({ searchParams }: ActivitiesPageProps) {
  const query = readActivityQuery(await searchParams)
  const [t, { page, isEmpty }, me, exporting] = await Promise.all([
    getTranslations('activity.list'),
    loadActivities(query),
    call('me.get', {}),
    getTranslations('export'),
  ])
  const { cursor, ...filters } = query
  const address = hrefOfActivities(filters)
  const bare = Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''))
  return (
    <SitePage current="activities" path={address} search={query.search}>
      <header className="flex flex-wrap items-end justify-between gap-4 pt-4 pb-6 phone:pb-4">
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <h1 className="font-song text-title font-semibold phone:text-h1">
            {query.search === '' ? t('title') : t('found', { words: query.search })}
          </h1>
          <TextLink href={hrefOfCalendar({ kind: query.kind })} tone="quiet">
            {t('toCalendar')}
          </TextLink>
        </div>
        {me !== null && me.mayCreateIn.length > 0 && (
          <LinkButton href="/activities/new" tone="primary">
            {t('create')}
          </LinkButton>
        )}
      </header>
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-6">
        <ActivityFilters query={query} />
        <div className="min-w-0">
          {isEmpty ? (
            <Empty
              title={t('emptyTitle')}
              size="part"
              headingLevel={2}
              actions={<LinkButton href="/activities">{t('showAll')}</LinkButton>}
            >
              {t('emptyText')}
            </Empty>
          ) : (
            <ActivityList
              key={`${address} ${cursor ?? ''}`}
              first={page}
              loadMore={moreActivities.bind(null, bare)}
              moreHref={hrefOfActivities({ ...filters, cursor: page.nextCursor ?? undefined })}
              texts={{ more: t('more'), busy: t('busy'), failed: t('failed') }}
            />
          )}
          {me !== null && !isEmpty && (
            <p className="mt-6">
              <ExportLink href={address.replace('/activities', '/api/exports/activities')}>
                {exporting('button')}
              </ExportLink>
            </p>
          )}
        </div>
      </div>
    </SitePage>
  )
}
