import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { requirePerson } from '../require-person.ts'
import { resourceOf } from './find-activity.ts'
import type { Activities } from './ports.ts'

const CITY_EVENTS_MAX = 5
/** No activity is longer: what began before that is over. */
const LONGEST_MS = 24 * 3_600_000

const iso = (epochMs: number) => new Date(epochMs).toISOString()

/** [CLASH1] Asked while a time is chosen. What somebody must not know of is only said to take time. */
export async function findClashes(
  { activities }: { activities: Activities },
  actor: Actor,
  { activityId, startsAt, endsAt, personIds }: HttpParsedInput<'activity.clashes'>,
): Promise<HttpOutput<'activity.clashes'>> {
  const { personId } = requirePerson(actor)
  const span = { fromEpochMs: Date.parse(startsAt), toEpochMs: Date.parse(endsAt) }
  if (!(span.toEpochMs > span.fromEpochMs)) return { people: [], cityEvents: [] }
  const [clashes, events] = await Promise.all([
    activities.clashes({ ...span, personIds: [...new Set([personId, ...personIds])], exceptId: activityId }),
    activities.list({
      ...{ visibleTo: actor, states: ['published', 'live'], cityEventsOnly: true, order: 'soonest-first' },
      startsWithin: { fromEpochMs: span.fromEpochMs - LONGEST_MS, toEpochMs: span.toEpochMs },
      endsAfterEpochMs: span.fromEpochMs,
      limit: CITY_EVENTS_MAX + 1,
    }),
  ])
  const records = await activities.records(clashes.map((clash) => clash.activityId))
  const byId = new Map(records.map((record) => [record.summary.id, record]))
  return {
    people: clashes.flatMap(({ activityId: id, names }) => {
      const record = byId.get(id)
      if (record === undefined) return []
      const { title, startsAtEpochMs, endsAtEpochMs } = record.summary
      const shown = can(actor, 'activity.see', resourceOf(record)) ? title : null
      return names.map((name) => ({ name, title: shown, startsAt: iso(startsAtEpochMs), endsAt: iso(endsAtEpochMs) }))
    }),
    cityEvents: events
      .filter(({ id }) => id !== activityId)
      .slice(0, CITY_EVENTS_MAX)
      .map(({ id, title, startsAtEpochMs, endsAtEpochMs }) => ({
        ...{ id, title, startsAt: iso(startsAtEpochMs), endsAt: iso(endsAtEpochMs) },
      })),
  }
}
