import type { RoomRequestName } from '#core/contract/room-requests.ts'
import type { CapabilityOf } from './capabilities.ts'

/**
 * What each request of the room's socket needs, for the use-cases and for the generated role × request test.
 * `door`: the right to enter; `seat`: any seat; `own-or-host`: any seat for oneself, the host for others.
 */
export const ROOM_REQUEST_NEEDS = {
  'room.prepare': 'door',
  'room.join': 'door',
  'room.leave': 'seat',
  'room.end': 'room.host',
  'room.cancel-end': 'room.host',
  'room.events-after': 'seat',
  'hand.raise': 'room.raise-hand',
  'hand.lower': 'own-or-host',
  'hand.move': 'room.host',
  'stage.bring': 'room.host',
  'stage.dismiss': 'room.host',
  'stage.enter': 'room.take-stage',
  'stage.leave': 'seat',
  'participant.mute': 'room.host',
  'participant.remove': 'room.host',
  'participant.set-role': 'room.host',
  'host.hand-over': 'room.host',
  'chat.send': 'room.chat',
  'chat.delete': 'own-or-host',
  'chat.history': 'seat',
  'agenda.go': 'room.move-agenda',
  'recording.start': 'room.record',
  'recording.stop': 'room.record',
  'media.create-transport': 'door',
  'media.connect-transport': 'door',
  'media.restart-ice': 'door',
  'media.produce': 'room.produce',
  'media.set-producer': 'seat',
  'media.close-producer': 'seat',
  'media.consume': 'seat',
  'media.set-consumer': 'seat',
  'media.close-consumer': 'seat',
  'media.request-keyframe': 'seat',
} as const satisfies Record<RoomRequestName, CapabilityOf<'room'> | 'door' | 'seat' | 'own-or-host'>
