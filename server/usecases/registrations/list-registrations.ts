import { z } from 'zod'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { findActivity } from '../activities/find-activity.ts'
import type { Activities } from '../activities/ports.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import { presentPerson } from '../people/present-person.ts'
import type { Registrations } from './ports.ts'

const position = z.tuple([z.string()])

/** Who comes, for the host. */
export async function listRegistrations(
  deps: { activities: Activities; registrations: Registrations },
  actor: Actor,
  { activityId, state, cursor, limit }: HttpParsedInput<'registrations.list'>,
): Promise<HttpOutput<'registrations.list'>> {
  const { resource } = await findActivity(deps, actor, { activityId })
  assertCan(actor, 'activity.decide-registrations', resource)
  const [after] = cursor === undefined ? [null] : decodeCursor(cursor, position)
  const [counts, found] = await Promise.all([
    deps.registrations.counts(activityId),
    deps.registrations.list(activityId, { state, after, limit: limit + 1 }),
  ])
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ queueKey }) => [queueKey] })
  return {
    items: rows.map(({ person, state: stands, version, askedAtEpochMs }) => ({
      person: presentPerson(person),
      state: stands,
      version,
      askedAt: new Date(askedAtEpochMs).toISOString(),
    })),
    nextCursor,
    counts,
  }
}
