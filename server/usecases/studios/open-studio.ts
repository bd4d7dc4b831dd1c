import type { Actor } from '#core/domain/policy/actor.ts'
import { assertSystem } from '../people/add-person.ts'
import type { People } from '../people/ports.ts'
import type { Clock, Ids } from '../ports.ts'
import type { NewStudio, Studios } from './ports.ts'

export interface OpenStudioDeps {
  studios: Studios
  people: People
  ids: Ids
  clock: Clock
}

/** Opens a studio: its master gets the title and the role with it. Only the server itself, until applications exist. */
export async function openStudio(
  { studios, people, ids }: OpenStudioDeps,
  actor: Actor,
  { batch, ...studio }: Omit<NewStudio, 'id'> & { batch: string },
): Promise<{ studioId: string }> {
  assertSystem(actor)
  const studioId = ids.next()
  const { masterId, kind, level } = studio
  await studios.create({ ...studio, id: studioId })
  await studios.addTitle({ id: ids.next(), personId: masterId, kind, level, batch })
  await people.grant({ id: ids.next(), personId: masterId, role: 'master', scope: 'studio', scopeId: studioId })
  return { studioId }
}

/** Takes a person into a studio's group. */
export async function addMember(
  { studios, people, ids }: OpenStudioDeps,
  actor: Actor,
  { studioId, personId, sinceEpochMs }: { studioId: string; personId: string; sinceEpochMs: number },
): Promise<void> {
  assertSystem(actor)
  await studios.addMember({ id: ids.next(), studioId, personId, sinceEpochMs })
  await people.grant({ id: ids.next(), personId, role: 'member', scope: 'studio', scopeId: studioId })
}
