import type { RoomClientState } from '#app/_client/room-store.ts'
import type { SpotlightState } from './spotlight.ts'

/** Whose screen is shown: the one shared last. */
export function screenOwner({ producers, room }: Pick<RoomClientState, 'producers' | 'room'>): string | null {
  const owners = Object.values(producers).filter(({ source }) => source === 'screen')
  return owners.findLast(({ participantId }) => room.stage.includes(participantId))?.participantId ?? null
}

/** Who fills the stage when no screen is shared: pinned, else the last speaker, else the presenter, else anybody but oneself. */
export function featuredPerson(
  { room, me }: Pick<RoomClientState, 'room' | 'me'>,
  { pinnedId, speakerId }: Pick<SpotlightState, 'pinnedId' | 'speakerId'>,
): string | null {
  const { stage, participants } = room
  const chosen = [pinnedId, speakerId].find((id) => id !== null && stage.includes(id))
  if (chosen !== undefined) return chosen
  const others = stage.filter((id) => id !== me)
  return others.find((id) => participants[id]?.role === 'presenter') ?? others[0] ?? stage[0] ?? null
}

/** Everybody with a tile: oneself first, the stage in the order of entering, then the hands in theirs. */
export function tileOrder({ room, me }: Pick<RoomClientState, 'room' | 'me'>): string[] {
  const onStage = [...room.stage].sort((a, b) => Number(b === me) - Number(a === me))
  const asking = room.hands.map(({ participantId }) => participantId).filter((id) => !room.stage.includes(id))
  return [...onStage, ...asking]
}
