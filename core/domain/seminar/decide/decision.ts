import { AppError } from '#core/contract/errors.ts'
import type { Participant, RoomState } from '#core/contract/room-state.ts'
import type { TimelineDraft } from '#core/contract/timeline.ts'

/** What a decision yields: the events to append, in order. Empty: already so, nothing to do. */
export type Decision = readonly TimelineDraft[]

export const NOTHING_TO_DO: Decision = []

export function seatedParticipant(state: RoomState, participantId: string): Participant {
  const found = state.participants[participantId]
  if (found === undefined) throw new AppError('NOT_FOUND', '这位老师已经不在研讨室。')
  return found
}

export function assertLive(state: RoomState): void {
  if (state.status.status === 'ended') throw new AppError('GONE', '这场研讨已经散场。')
}

export const hasHand = (state: RoomState, participantId: string) =>
  state.hands.some((hand) => hand.participantId === participantId)
export const isOnStage = (state: RoomState, participantId: string) => state.stage.includes(participantId)
