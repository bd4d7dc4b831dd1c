import type { RoomState } from '#core/contract/room-state.ts'

type Hands = RoomState['hands']

/** Who was moved by the host, with the new place from 1; nobody where hands only came or went. */
export function movedHand(hands: Hands, before: Hands): { id: string; number: number }[] {
  const [now, then] = [hands, before].map((queue) => queue.map(({ participantId }) => participantId))
  if (now === undefined || then === undefined || now.length !== then.length) return []
  const moved = now.find(
    (id) => isSameOrder(without(now, id), without(then, id)) && now.indexOf(id) !== then.indexOf(id),
  )
  return moved === undefined ? [] : [{ id: moved, number: now.indexOf(moved) + 1 }]
}

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id)
const isSameOrder = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
