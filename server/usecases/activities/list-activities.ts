import { z } from 'zod'
import type { ActivityState } from '#core/contract/activity.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import type { Activities, ActivityOrder, LivePresence } from './ports.ts'
import { presentActivities } from './present-activity.ts'

const position = z.tuple([z.number(), z.string()])
const PUBLIC_STATES: readonly ActivityState[] = ['published', 'live', 'ended']

/** What is to come begins with the nearest, everything else with the newest. */
const orderOf = (state: ActivityState | undefined): ActivityOrder =>
  state === 'published' ? 'soonest-first' : 'latest-first'

export async function listActivities(
  { activities, presence }: { activities: Activities; presence: LivePresence },
  actor: Actor,
  { state, kind, search, studioId, cursor, limit }: HttpParsedInput<'activities.list'>,
): Promise<HttpOutput<'activities.list'>> {
  const found = await activities.list({
    visibleTo: actor,
    states: state === undefined ? PUBLIC_STATES : [state],
    ...(kind === undefined ? {} : { kind }),
    ...(search === undefined || search === '' ? {} : { search }),
    ...(studioId === undefined ? {} : { studioId }),
    ...(cursor === undefined ? {} : { after: decodeCursor(cursor, position) }),
    order: orderOf(state),
    limit: limit + 1,
  })
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ startsAtEpochMs, id }) => [startsAtEpochMs, id] })
  return { items: await presentActivities({ presence }, rows), nextCursor }
}
