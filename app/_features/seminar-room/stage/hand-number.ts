import type { RoomState } from '#core/contract/room-state.ts'

/** 1 for the first of the queue, null for who has not raised a hand. */
export function handNumber({ hands }: Pick<RoomState, 'hands'>, participantId: string): number | null {
  const index = hands.findIndex((hand) => hand.participantId === participantId)
  return index === -1 ? null : index + 1
}
