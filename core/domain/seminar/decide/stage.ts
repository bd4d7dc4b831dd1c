import { AppError } from '#core/contract/errors.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import type { TimelineDraft } from '#core/contract/timeline.ts'
import { assertLive, hasHand, isOnStage, NOTHING_TO_DO, seatedParticipant, type Decision } from './decision.ts'

export const STAGE_MAX_PEOPLE = 12

/** [STAGE1] Going on stage lowers the hand in the same breath; the thirteenth is refused. */
export function enterStage(
  state: RoomState,
  { participantId, byId }: { participantId: string; byId: string },
): Decision {
  assertLive(state)
  const { role } = seatedParticipant(state, participantId)
  if (isOnStage(state, participantId)) return NOTHING_TO_DO
  if (role === 'inspector') throw new AppError('INVALID', '巡课的老师不上台。')
  if (state.stage.length >= STAGE_MAX_PEOPLE)
    throw new AppError('QUOTA', `台上最多 ${STAGE_MAX_PEOPLE} 位，请先请一位下台。`)
  const drafts: TimelineDraft[] = []
  if (hasHand(state, participantId)) drafts.push({ type: 'hand.lowered', actorId: byId, payload: { participantId } })
  drafts.push({ type: 'stage.entered', actorId: byId, payload: { participantId } })
  return drafts
}

export function leaveStage(
  state: RoomState,
  { participantId, byId }: { participantId: string; byId: string },
): Decision {
  assertLive(state)
  if (!isOnStage(state, participantId)) return NOTHING_TO_DO
  return [{ type: 'stage.left', actorId: byId, payload: { participantId } }]
}
