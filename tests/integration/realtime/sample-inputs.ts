import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import type { RoomInput, RoomRequestName } from '#core/contract/room-requests.ts'
import { ACTIVITY, AGENDA_ITEM, LINK_TOKEN } from './test-city.ts'

const NOBODY = 'nobody'
const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] }
const rtpCapabilities = { codecs: [], headerExtensions: [] }

/** One payload of every request that parses. Whom it concerns does not exist, so that being allowed changes little. */
export const SAMPLE_INPUTS: { [N in RoomRequestName]: RoomInput<N> } = {
  'room.prepare': { protocol: PROTOCOL_VERSION, activityId: ACTIVITY, linkToken: LINK_TOKEN },
  'room.join': {},
  'room.leave': {},
  'room.end': {},
  'room.cancel-end': {},
  'room.events-after': { afterSeq: 0 },
  'hand.raise': {},
  'hand.lower': { participantId: NOBODY },
  'hand.move': { participantId: NOBODY, toIndex: 0 },
  'stage.bring': { participantId: NOBODY },
  'stage.dismiss': { participantId: NOBODY },
  'stage.enter': {},
  'stage.leave': {},
  'participant.mute': { participantId: NOBODY, source: 'microphone' },
  'participant.remove': { participantId: NOBODY },
  'participant.set-role': { participantId: NOBODY, role: 'viewer' },
  'host.hand-over': { participantId: NOBODY },
  'chat.send': { text: '好', dedupeKey: 'dedupe-key-1' },
  'chat.delete': { messageId: NOBODY },
  'chat.history': { beforeSeq: 1 },
  'agenda.go': { itemId: AGENDA_ITEM },
  'recording.start': {},
  'recording.stop': {},
  'media.create-transport': { direction: 'send' },
  'media.connect-transport': { transportId: NOBODY, dtlsParameters },
  'media.restart-ice': { transportId: NOBODY },
  'media.produce': { transportId: NOBODY, kind: 'audio', source: 'microphone', rtpParameters: { codecs: [] } },
  'media.set-producer': { producerId: NOBODY, paused: true },
  'media.close-producer': { producerId: NOBODY },
  'media.consume': { transportId: NOBODY, producerId: NOBODY, rtpCapabilities },
  'media.set-consumer': { consumerId: NOBODY, paused: true },
  'media.close-consumer': { consumerId: NOBODY },
  'media.request-keyframe': { consumerId: NOBODY },
}
