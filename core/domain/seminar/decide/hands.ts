import type { RoomState } from '#core/contract/room-state.ts'
import { assertLive, hasHand, isOnStage, NOTHING_TO_DO, seatedParticipant, type Decision } from './decision.ts'

/** [HAND1] A hand is in the queue at most once; who is on stage needs none. */
export function raiseHand(state: RoomState, participantId: string): Decision {
  assertLive(state)
  seatedParticipant(state, participantId)
  if (hasHand(state, participantId) || isOnStage(state, participantId)) return NOTHING_TO_DO
  return [{ type: 'hand.raised', actorId: participantId, payload: { participantId } }]
}

export function lowerHand(
  state: RoomState,
  { participantId, byId }: { participantId: string; byId: string },
): Decision {
  assertLive(state)
  if (!hasHand(state, participantId)) return NOTHING_TO_DO
  return [{ type: 'hand.lowered', actorId: byId, payload: { participantId } }]
}

/** [HAND2] Order is the order of asking until the host moves somebody. */
export function moveHand(
  state: RoomState,
  { participantId, toIndex, byId }: { participantId: string; toIndex: number; byId: string },
): Decision {
  assertLive(state)
  const fromIndex = state.hands.findIndex((hand) => hand.participantId === participantId)
  const target = Math.min(toIndex, state.hands.length - 1)
  if (fromIndex === -1 || fromIndex === target) return NOTHING_TO_DO
  return [{ type: 'hand.moved', actorId: byId, payload: { participantId, toIndex: target } }]
}
