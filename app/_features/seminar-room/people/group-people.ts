import type { RoomState } from '#core/contract/room-state.ts'

export interface PeopleGroup {
  group: 'stage' | 'hands' | 'others'
  ids: string[]
}

/** Everybody once, in the order that matters for conducting. Empty groups are left out. */
export function groupPeople({
  participants,
  stage,
  hands,
}: Pick<RoomState, 'participants' | 'stage' | 'hands'>): PeopleGroup[] {
  const asking = hands.map(({ participantId }) => participantId)
  const placed = new Set([...stage, ...asking])
  const others = Object.values(participants)
    .filter(({ id }) => !placed.has(id))
    .toSorted((a, b) => a.joinedAtMs - b.joinedAtMs)
    .map(({ id }) => id)
  const groups: PeopleGroup[] = [
    { group: 'stage', ids: [...stage] },
    { group: 'hands', ids: asking },
    { group: 'others', ids: others },
  ]
  return groups.filter(({ ids }) => ids.length > 0)
}
