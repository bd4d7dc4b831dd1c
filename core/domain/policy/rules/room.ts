import type { RoomRole } from '#core/contract/roles.ts'
import type { Rules } from './rule.ts'

const STAGE_ROLES: ReadonlySet<RoomRole> = new Set(['host', 'presenter', 'speaker'])
const SILENT_ROLES: ReadonlySet<RoomRole> = new Set(['viewer', 'inspector'])

export const ROOM_RULES = {
  'room.raise-hand': (_actor, { role }) => !SILENT_ROLES.has(role),
  'room.chat': (_actor, { role }) => !SILENT_ROLES.has(role),
  'room.take-stage': (_actor, { role }) => STAGE_ROLES.has(role),
  'room.produce': (_actor, { role, onStage }) => onStage && role !== 'inspector',
  'room.host': (_actor, { role }) => role === 'host',
  'room.record': (_actor, { role }) => role === 'host',
  'room.move-agenda': (_actor, { role }) => role === 'host' || role === 'note-taker',
} as const satisfies Rules<'room'>
