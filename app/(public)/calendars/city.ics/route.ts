import { getTranslations } from 'next-intl/server'
import { filtersOf, readCalendarQuery } from '#app/_features/calendar/calendar-query.ts'
import { call } from '#app/_server/call.ts'
import { sendCalendar } from '../_feed/send-calendar.ts'

/** 全市日历 for other calendars, narrowed as its page is. What is 与我有关 has an address of its own. */
export async function GET(request: Request): Promise<Response> {
  const query = readCalendarQuery(Object.fromEntries(new URL(request.url).searchParams))
  const { only, ...filters } = filtersOf(query)
  const [t, { events }] = await Promise.all([
    getTranslations('calendar'),
    call('calendar.feed', { ...filters, ...(only === 'city-events' ? { only } : {}) }),
  ])
  return sendCalendar(request, { events, feedName: t('feedNames.city'), fileName: 'tongke-city.ics' })
}
