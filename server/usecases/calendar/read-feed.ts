import type { ActivityState } from '#core/contract/activity.ts'
import type { CalendarEvent } from '#core/contract/calendar-requests.ts'
import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { findActivity } from '../activities/find-activity.ts'
import type { ActivityQuery, ActivitySummary } from '../activities/ports.ts'
import { presentActivities } from '../activities/present-activity.ts'
import type { People } from '../people/ports.ts'
import { calendarQuery } from './calendar-query.ts'
import type { CalendarDeps } from './get-calendar.ts'
import type { CalendarTokens } from './ports.ts'

const DAY_MS = 24 * 3_600_000
/** How long what is over stays in a calendar that is fetched anew. */
const PAST_MS = 60 * DAY_MS
const AHEAD_MS = 400 * DAY_MS
/** About a megabyte; the nearest come first. A calendar of the whole city is narrowed by who wants more of it. */
const EVENTS_MAX = 2_000
const TOLD: readonly ActivityState[] = ['published', 'live', 'ended', 'cancelled']

type FeedQuery = Omit<ActivityQuery, 'order' | 'limit' | 'states' | 'startsWithin'>

export async function readEvent(
  deps: CalendarDeps,
  actor: Actor,
  input: HttpParsedInput<'calendar.event'>,
): Promise<HttpOutput<'calendar.event'>> {
  const { record } = await findActivity(deps, actor, input)
  return { events: await presentEvents(deps, [record.summary]) }
}

export async function readFeed(
  deps: CalendarDeps,
  actor: Actor,
  filters: HttpParsedInput<'calendar.feed'>,
): Promise<HttpOutput<'calendar.feed'>> {
  const { studioId } = filters
  const studioName = studioId === undefined ? null : await deps.calendar.studioName(studioId)
  if (studioId !== undefined && studioName === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  return { studioName, events: await eventsOf(deps, calendarQuery(actor, filters)) }
}

/** Whoever has the address reads as its owner: a calendar elsewhere cannot sign in. */
export async function readOwnFeed(
  deps: CalendarDeps & { calendarTokens: CalendarTokens; people: People },
  { token }: HttpParsedInput<'calendar.own-feed'>,
): Promise<HttpOutput<'calendar.own-feed'>> {
  const personId = await deps.calendarTokens.ownerOf(token)
  const owner = personId === null ? null : await deps.people.actor(personId)
  if (personId === null || owner === null) throw new AppError('NOT_FOUND', '这个订阅地址已经停用。')
  const events = await eventsOf(deps, { visibleTo: owner, ofPerson: personId })
  const undecided = await deps.calendar.undecided(
    personId,
    events.map(({ card }) => card.id),
  )
  return {
    personName: owner.name,
    events: events.map((event) => ({ ...event, isTentative: undecided.has(event.card.id) })),
  }
}

async function eventsOf(deps: CalendarDeps, query: FeedQuery): Promise<CalendarEvent[]> {
  const nowEpochMs = deps.clock.nowEpochMs()
  const rows = await deps.activities.list({
    ...query,
    states: TOLD,
    startsWithin: { fromEpochMs: nowEpochMs - PAST_MS, toEpochMs: nowEpochMs + AHEAD_MS },
    order: 'soonest-first',
    limit: EVENTS_MAX,
  })
  return presentEvents(deps, rows)
}

async function presentEvents(
  { presence }: Pick<CalendarDeps, 'presence'>,
  rows: readonly ActivitySummary[],
): Promise<CalendarEvent[]> {
  const cards = await presentActivities({ presence }, rows)
  return rows.flatMap(({ revision, updatedAtEpochMs }, index) => {
    const card = cards[index]
    const updatedAt = new Date(updatedAtEpochMs).toISOString()
    return card === undefined ? [] : [{ card, revision, updatedAt, isTentative: false }]
  })
}
