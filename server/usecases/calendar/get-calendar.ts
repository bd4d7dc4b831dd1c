import { z } from 'zod'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { addDays, dayOf, dayStart, daysFrom } from '#core/domain/activity/city-days.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Activities, LivePresence } from '../activities/ports.ts'
import { presentActivities } from '../activities/present-activity.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import type { Clock } from '../ports.ts'
import { calendarQuery } from './calendar-query.ts'
import type { Beginning, CalendarReads } from './ports.ts'

export interface CalendarDeps {
  activities: Activities
  calendar: CalendarReads
  presence: LivePresence
  clock: Clock
}

/** More than six weeks of the whole city: a year has 50,000 activities. */
const BEGINNINGS_MAX = 20_000
const CITY_EVENTS_AHEAD_MS = 180 * 24 * 3_600_000
const CITY_EVENTS_MAX = 4

/** Two questions to the database, however many days and activities: all beginnings, then the cards of those shown. */
export async function getCalendarDays(
  { activities, calendar, presence }: CalendarDeps,
  actor: Actor,
  { fromDay, days, perDay, ...filters }: HttpParsedInput<'calendar.days'>,
): Promise<HttpOutput<'calendar.days'>> {
  const query = calendarQuery(actor, filters)
  const startsWithin = { fromEpochMs: dayStart(fromDay), toEpochMs: dayStart(addDays(fromDay, days)) }
  const found = await calendar.beginnings({ ...query, startsWithin, limit: BEGINNINGS_MAX })
  const byDay = Map.groupBy(found, ({ startsAtEpochMs }) => dayOf(startsAtEpochMs))
  const shown = new Map([...byDay].map(([day, all]) => [day, firstOf(all, perDay)]))
  const ids = [...shown.values()].flat()
  const rows =
    ids.length === 0 ? [] : await activities.list({ ...query, ids, order: 'soonest-first', limit: ids.length })
  const cards = new Map((await presentActivities({ presence }, rows)).map((card) => [card.id, card]))
  return {
    days: daysFrom(fromDay, days).map((day) => ({
      day,
      count: byDay.get(day)?.length ?? 0,
      activities: (shown.get(day) ?? []).flatMap((id) => cards.get(id) ?? []),
    })),
  }
}

/** The city's big events, then the earliest. */
const firstOf = (beginnings: readonly Beginning[], count: number) =>
  beginnings
    .toSorted((a, b) => Number(b.isCityEvent) - Number(a.isCityEvent) || a.startsAtEpochMs - b.startsAtEpochMs)
    .slice(0, count)
    .map(({ id }) => id)

/** Start and id of the last one seen. */
const position = z.tuple([z.number(), z.string()])

export async function listCalendar(
  { activities, presence }: CalendarDeps,
  actor: Actor,
  { fromDay, cursor, limit, ...filters }: HttpParsedInput<'calendar.list'>,
): Promise<HttpOutput<'calendar.list'>> {
  const found = await activities.list({
    ...calendarQuery(actor, filters),
    startsWithin: { fromEpochMs: dayStart(fromDay), toEpochMs: null },
    ...(cursor === undefined ? {} : { after: decodeCursor(cursor, position) }),
    order: 'soonest-first',
    limit: limit + 1,
  })
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ startsAtEpochMs, id }) => [startsAtEpochMs, id] })
  return { items: await presentActivities({ presence }, rows), nextCursor }
}

export async function aboutCalendar(
  { activities, calendar, presence, clock }: CalendarDeps,
  actor: Actor,
): Promise<HttpOutput<'calendar.about'>> {
  const nowEpochMs = clock.nowEpochMs()
  const [districts, events] = await Promise.all([
    calendar.districts(),
    activities.list({
      ...calendarQuery(actor, { only: 'city-events' }),
      endsAfterEpochMs: nowEpochMs,
      startsWithin: { fromEpochMs: 0, toEpochMs: nowEpochMs + CITY_EVENTS_AHEAD_MS },
      order: 'soonest-first',
      limit: CITY_EVENTS_MAX,
    }),
  ])
  return { districts, cityEvents: await presentActivities({ presence }, events) }
}
