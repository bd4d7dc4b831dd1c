import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import type { People } from '../people/ports.ts'
import type { Ids } from '../ports.ts'
import type { NewStudio, StudioWrites } from './ports.ts'

export interface OpenStudioDeps {
  studioWrites: StudioWrites
  people: People
  ids: Ids
}

/** Opens a studio: its master gets the title and the role with it. */
export async function openStudio(
  { studioWrites, people, ids }: OpenStudioDeps,
  actor: Actor,
  { batch, ...studio }: Omit<NewStudio, 'id'> & { batch: string },
): Promise<{ studioId: string }> {
  assertCan(actor, 'city.open-studio', { kind: 'city' })
  const studioId = ids.next()
  const { masterId, kind, level } = studio
  await studioWrites.create({ ...studio, id: studioId })
  await studioWrites.addTitle({ id: ids.next(), personId: masterId, kind, level, batch })
  await people.grant({ id: ids.next(), personId: masterId, role: 'master', scope: 'studio', scopeId: studioId })
  return { studioId }
}

/** Takes a person into a studio's group. Until masters propose and the office confirms, only the server itself does. */
export async function addMember(
  { studioWrites, people, ids }: OpenStudioDeps,
  actor: Actor,
  { studioId, personId, sinceEpochMs }: { studioId: string; personId: string; sinceEpochMs: number },
): Promise<void> {
  if (actor.kind !== 'system') throw new AppError('FORBIDDEN', '您没有做这件事的权限。')
  await studioWrites.addMember({ id: ids.next(), studioId, personId, sinceEpochMs })
  await people.grant({ id: ids.next(), personId, role: 'member', scope: 'studio', scopeId: studioId })
}
