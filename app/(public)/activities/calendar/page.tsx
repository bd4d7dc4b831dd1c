import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { ActivityList } from '#app/_features/activity/activity-list.tsx'
import { CalendarDays } from '#app/_features/calendar/calendar-days.tsx'
import { CalendarFilters } from '#app/_features/calendar/calendar-filters.tsx'
import { CalendarHead } from '#app/_features/calendar/calendar-head.tsx'
import {
  filtersOf,
  hrefOfCalendar,
  readCalendarQuery,
  type CalendarQuery,
} from '#app/_features/calendar/calendar-query.ts'
import { SubscribePart } from '#app/_features/calendar/subscribe-part.tsx'
import { CityEvents } from '#app/_features/calendar/city-events.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { call, currentActor } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { rangeOf } from '#core/domain/activity/calendar-view.ts'
import { dayOf, type CityDay } from '#core/domain/activity/city-days.ts'
import { SitePage } from '../../_site/site-page.tsx'
import { loadLines } from './load-lines.tsx'
import { moreLines } from './more-lines.ts'

type CalendarPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const SHOWN_OF_A_DAY = { month: 3, week: 12 } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') }
}

/** 全市日历: the same activities as the hall's, by the day. */
export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const query = readCalendarQuery(await searchParams)
  const actor = await currentActor()
  const address = hrefOfCalendar(query)
  const isSignedIn = actor.kind === 'person'
  if (query.only === 'mine' && !isSignedIn) redirect(`/sign-in?next=${encodeURIComponent(address)}`)
  const today = dayOf(requestTime())
  const day = query.day ?? today
  const [t, about] = await Promise.all([getTranslations('calendar'), call('calendar.about', {})])
  return (
    <SitePage current="activities" path={address}>
      <header className="flex flex-wrap items-baseline gap-x-6 gap-y-1 pt-4 pb-6 phone:pb-4">
        <h1 className="font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
        <TextLink href="/activities" tone="quiet">
          {t('toHall')}
        </TextLink>
      </header>
      {query.only === undefined && <CityEvents activities={about.cityEvents} />}
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-6">
        <CalendarFilters query={query} districts={about.districts} isSignedIn={isSignedIn} />
        <div className="min-w-0">
          <CalendarHead query={query} day={day} today={today} />
          {query.view === 'list' ? (
            <List query={query} />
          ) : (
            <Days query={query} view={query.view} day={day} today={today} />
          )}
        </div>
      </div>
      <SubscribePart
        url={new URL(`/calendars/city.ics${filterOf(query)}`, appDeps().publicUrl).href}
        label={t(filterOf(query) === '' ? 'subscribe.address' : 'subscribe.addressNarrowed')}
      />
    </SitePage>
  )
}

/** What a feed of the same activities has in its address; 与我有关 is a feed of its own. */
function filterOf({ kind, districtId, only }: CalendarQuery): string {
  const href = hrefOfCalendar({ kind, districtId, only: only === 'mine' ? undefined : only })
  return href.includes('?') ? href.slice(href.indexOf('?')) : ''
}

type DaysProps = { query: CalendarQuery; view: 'month' | 'week'; day: CityDay; today: CityDay }

async function Days({ query, view, day, today }: DaysProps) {
  const { days } = await call('calendar.days', {
    ...filtersOf(query),
    ...rangeOf(view, day),
    perDay: SHOWN_OF_A_DAY[view],
  })
  return <CalendarDays days={days} query={query} day={day} today={today} />
}

async function List({ query }: { query: CalendarQuery }) {
  const [t, { page, isEmpty }] = await Promise.all([getTranslations('calendar'), loadLines(query)])
  const { cursor, ...filters } = query
  const address = hrefOfCalendar(filters)
  if (isEmpty) {
    return (
      <Empty
        title={t('emptyTitle')}
        size="part"
        headingLevel={3}
        actions={<LinkButton href={hrefOfCalendar({ view: 'list' })}>{t('showAll')}</LinkButton>}
      >
        {t('emptyText')}
      </Empty>
    )
  }
  return (
    <ActivityList
      key={`${address} ${cursor ?? ''}`}
      first={page}
      loadMore={moreLines.bind(null, Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')))}
      moreHref={hrefOfCalendar({ ...filters, cursor: page.nextCursor ?? undefined })}
      texts={{ more: t('moreLines'), busy: t('busy'), failed: t('failed') }}
    />
  )
}
