import { AppError } from '#core/contract/errors.ts'
import type { RoomParsedInput } from '#core/contract/room-requests.ts'
import * as hands from '#core/domain/seminar/decide/hands.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

export async function raiseHand(deps: SeminarDeps, seat: Seat): Promise<Record<string, never>> {
  const { session, me } = seatedFor(deps, seat, 'hand.raise')
  await session.decide((state) => hands.raiseHand(state, me.id))
  return {}
}

export async function lowerHand(
  deps: SeminarDeps,
  seat: Seat,
  input: RoomParsedInput<'hand.lower'>,
): Promise<Record<string, never>> {
  const { session, me, isHost } = seatedFor(deps, seat, 'hand.lower')
  const participantId = input.participantId ?? me.id
  if (participantId !== me.id && !isHost) throw new AppError('FORBIDDEN', '只有主持人可以放下别人的手。')
  await session.decide((state) => hands.lowerHand(state, { participantId, byId: me.id }))
  return {}
}

export async function moveHand(
  deps: SeminarDeps,
  seat: Seat,
  input: RoomParsedInput<'hand.move'>,
): Promise<Record<string, never>> {
  const { session, me } = seatedFor(deps, seat, 'hand.move')
  await session.decide((state) => hands.moveHand(state, { ...input, byId: me.id }))
  return {}
}
