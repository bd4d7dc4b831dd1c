import { AppError } from '#core/contract/errors.ts'
import type { HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Studios } from './ports.ts'

/** 学校工作室: the plate, the place, what stands in it. */
export async function setRoom(
  { studios }: { studios: Studios },
  actor: Actor,
  { studioId, room }: HttpParsedInput<'studio.set-room'>,
): Promise<Record<string, never>> {
  const facts = await studios.facts(studioId)
  if (facts === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  assertCan(actor, 'studio.edit', facts.resource)
  const after = {
    ...{ plateOn: room.plateOn ?? '', place: room.place, equipment: room.equipment.join('、') },
    books: room.books === null ? '' : String(room.books),
  }
  const audit = auditEntry(actor, { action: 'studio.set-room', subject: `studio:${studioId}`, before: null, after })
  await studios.setRoom(studioId, { room, audit })
  return {}
}
