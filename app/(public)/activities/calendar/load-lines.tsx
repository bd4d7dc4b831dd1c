import type { ActivityPage } from '#app/_features/activity/activity-list.tsx'
import { CalendarLines } from '#app/_features/calendar/calendar-lines.tsx'
import { filtersOf, type CalendarQuery } from '#app/_features/calendar/calendar-query.ts'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { dayOf } from '#core/domain/activity/city-days.ts'

const PAGE_SIZE = 30

/** One page of the list as it is drawn. */
export async function loadLines(query: CalendarQuery) {
  const today = dayOf(requestTime())
  const { items, nextCursor } = await call('calendar.list', {
    ...filtersOf(query),
    fromDay: query.day ?? today,
    limit: PAGE_SIZE,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  })
  const page: ActivityPage = { rows: <CalendarLines activities={items} today={today} />, nextCursor }
  return { page, isEmpty: items.length === 0 }
}
