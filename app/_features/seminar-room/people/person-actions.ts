import type { RoomRole } from '#core/contract/roles.ts'
import type { Participant } from '#core/contract/room-state.ts'

export const ROLES_TO_GIVE = ['presenter', 'speaker', 'note-taker', 'observer', 'participant', 'viewer'] as const
export type RoleToGive = (typeof ROLES_TO_GIVE)[number] & RoomRole

export type PersonAction = 'pin' | 'unpin' | 'bring' | 'dismiss' | 'mute' | 'camera-off' | 'hand-over' | 'remove'

interface Situation {
  person: Participant
  isHost: boolean
  isMe: boolean
  isOnStage: boolean
  isPinned: boolean
}

/** What the viewer may do with this person now, in the menu's order. `role` stands for the roles one may be given. */
export function personActions({ person, isHost, isMe, isOnStage, isPinned }: Situation): (PersonAction | 'role')[] {
  const actions: (PersonAction | 'role')[] = []
  if (isOnStage) actions.push(isPinned ? 'unpin' : 'pin')
  if (!isHost || isMe) return actions
  if (person.media.microphone === 'on') actions.push('mute')
  if (person.media.camera === 'on') actions.push('camera-off')
  if (isOnStage) actions.push('dismiss')
  else if (person.role !== 'inspector' && person.personId !== null) actions.push('bring')
  if (person.personId !== null && person.role !== 'inspector') actions.push('role', 'hand-over')
  actions.push('remove')
  return actions
}
