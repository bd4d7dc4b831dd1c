import { z } from 'zod'
import type { ActivityState } from '#core/contract/activity.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import type { Clock } from '../ports.ts'
import type { Activities, ActivityOrder, ActivityQuery, ActivitySummary, LivePresence } from './ports.ts'
import { presentActivities } from './present-activity.ts'

type ListedState = NonNullable<HttpParsedInput<'activities.list'>['state']>

/** A part of the list, in an order of its own. */
interface Stage {
  state: ActivityState
  order: ActivityOrder
  ends?: Pick<ActivityQuery, 'endsAfterEpochMs' | 'endsUntilEpochMs'>
}

/** The stage, and the start and id of the last one seen in it. */
const position = z.tuple([z.number().int().min(0), z.number(), z.string()])

export async function listActivities(
  { activities, presence, clock }: { activities: Activities; presence: LivePresence; clock: Clock },
  actor: Actor,
  { state, kind, subject, stage: schooling, search, studioId, cursor, limit }: HttpParsedInput<'activities.list'>,
): Promise<HttpOutput<'activities.list'>> {
  const from = cursor === undefined ? null : decodeCursor(cursor, position)
  const found: { stage: number; row: ActivitySummary }[] = []
  for (const [stage, { state: wanted, order, ends }] of stagesOf(state, { nowEpochMs: clock.nowEpochMs() }).entries()) {
    if (stage < (from?.[0] ?? 0) || found.length > limit) continue
    const rows = await activities.list({
      visibleTo: actor,
      states: [wanted],
      ...ends,
      ...(kind === undefined ? {} : { kind }),
      ...(subject === undefined ? {} : { subject }),
      ...(schooling === undefined ? {} : { stage: schooling }),
      ...(search === undefined || search === '' ? {} : { search }),
      ...(studioId === undefined ? {} : { studioId }),
      ...(from?.[0] === stage ? { after: [from[1], from[2]] } : {}),
      order,
      limit: limit + 1 - found.length,
    })
    found.push(...rows.map((row) => ({ stage, row })))
  }
  const { rows, nextCursor } = cutPage(found, {
    limit,
    positionOf: ({ stage, row }) => [stage, row.startsAtEpochMs, row.id],
  })
  const items = await presentActivities(
    { presence },
    rows.map(({ row }) => row),
  )
  return { items, nextCursor }
}

/** What is live, then what comes, the nearest first, then what was, the newest first; at last what was never held. */
function stagesOf(state: ListedState | undefined, { nowEpochMs }: { nowEpochMs: number }): Stage[] {
  const stages: Stage[] = [
    { state: 'live', order: 'latest-first' },
    { state: 'published', order: 'soonest-first', ends: { endsAfterEpochMs: nowEpochMs } },
    { state: 'ended', order: 'latest-first' },
    { state: 'published', order: 'latest-first', ends: { endsUntilEpochMs: nowEpochMs } },
  ]
  return state === undefined ? stages : stages.filter((stage) => stage.state === state)
}
