import type { MediaRoom } from '#server/media/media-room.ts'
import type { MediaRooms } from '#server/media/media-rooms.ts'
import { RETURN_GRACE_MS } from '#core/contract/media.ts'
import type { MediaState } from '#core/contract/room-state.ts'
import { mediaSource } from '#core/contract/timeline.ts'
import type { Log } from '#server/usecases/ports.ts'
import type { SeminarDeps } from '#server/usecases/seminar/deps.ts'
import { reflectMedia, recordSpeech } from '#server/usecases/seminar/media.ts'
import { participantIdOfPeer } from '#server/usecases/seminar/media-peer-id.ts'
import { SpeechMeter } from '#server/usecases/seminar/speech-meter.ts'
import type { Broadcaster } from './broadcaster.ts'
import { QualityBoard } from './quality-board.ts'
import { toProducerInfo, type MediaProducer } from './room-media.ts'
import type { SeatConnections } from './seat-connections.ts'

interface ReflectionOptions {
  deps: Pick<SeminarDeps, 'sessions'>
  broadcaster: Broadcaster
  seats: SeatConnections
  log: Log
}

/** What media does of itself: told to the room, and written into its log where the replay needs it. */
export function reflectMediaRooms(rooms: MediaRooms, options: ReflectionOptions): void {
  const { broadcaster, log } = options
  rooms.on('opened', (room) => reflectRoom(room, options))
  const returning = new Map<string, NodeJS.Timeout>()
  rooms.on('reset', ({ sessionId }) => {
    // [MEDIA1] At once, to all, also in the lobby: their browsers alone would need 6–16 s to notice.
    broadcaster.toDoor(sessionId, 'media.reset', {})
    clearTimeout(returning.get(sessionId))
    const settle = () => {
      returning.delete(sessionId)
      writeOffWhoStayedAway(rooms, sessionId, options)
    }
    returning.set(sessionId, setTimeout(settle, RETURN_GRACE_MS).unref())
  })
  rooms.on('not-rebuilt', ({ sessionId, error }) => log.error({ sessionId, err: error }, 'media_room_not_rebuilt'))
}

/**
 * [MEDIA1] Nobody's camera is "off" because a worker died; but who switched it off while there was no path had nobody to
 * tell, and who has not come back by now is not seen.
 */
function writeOffWhoStayedAway(rooms: MediaRooms, sessionId: string, { deps, log }: ReflectionOptions): void {
  const state = deps.sessions.find(sessionId)?.state
  if (state === undefined) return
  const sent = new Set(
    rooms.find(sessionId)?.producers.map(({ peerId, source }) => `${participantIdOfPeer(peerId)} ${source}`) ?? [],
  )
  for (const { id: participantId, media } of Object.values(state.participants)) {
    for (const source of mediaSource.options) {
      if ((media[source] ?? 'off') === 'off' || sent.has(`${participantId} ${source}`)) continue
      void reflectMedia(deps, { sessionId, participantId, source, to: 'off' }).catch((error: unknown) =>
        log.warn({ sessionId, err: error }, 'media_not_reflected'),
      )
    }
  }
}

function reflectRoom(room: MediaRoom, { deps, broadcaster, seats, log }: ReflectionOptions): void {
  const { sessionId } = room
  const report = (effect: Promise<void>) =>
    void effect.catch((error: unknown) => log.warn({ sessionId, err: error }, 'media_not_reflected'))
  const write = ({ peerId, source }: MediaProducer, to: MediaState) => {
    report(reflectMedia(deps, { sessionId, participantId: participantIdOfPeer(peerId), source, to }))
  }
  room.on('producer-added', (producer) => {
    broadcaster.toSeated(sessionId, 'media.producer-added', toProducerInfo(producer))
    write(producer, producer.paused ? 'muted' : 'on')
  })
  room.on('producer-removed', (producer) => {
    broadcaster.toSeated(sessionId, 'media.producer-removed', { producerId: producer.producerId })
    write(producer, 'off')
  })
  for (const [event, paused] of [
    ['producer-paused', true],
    ['producer-resumed', false],
  ] as const) {
    room.on(event, (producer) => {
      broadcaster.toSeated(sessionId, 'media.producer-paused', { producerId: producer.producerId, paused })
      write(producer, paused ? 'muted' : 'on')
    })
  }

  room.on('consumer-closed', ({ peerId, consumerId }) => {
    seats.findPeer(peerId)?.tell('media.consumer-closed', { consumerId })
  })
  room.on('consumer-layers', ({ peerId, consumerId, spatialLayer }) => {
    seats.findPeer(peerId)?.tell('media.consumer-layer', { consumerId, spatialLayer })
  })

  const quality = new QualityBoard((bars) => broadcaster.toSeated(sessionId, 'media.quality', { bars }))
  room.on('quality', ({ peerId, uplink }) => {
    if (uplink !== null) quality.set(participantIdOfPeer(peerId), uplink)
  })

  const nowMs = () => deps.sessions.find(sessionId)?.nowMs() ?? 0
  const speech = new SpeechMeter({
    nowMs,
    spoken: (span) => report(recordSpeech(deps, { sessionId, ...span })),
  })
  room.on('speaking', (loud) => {
    const speakers = loud.map(({ peerId, levelDbov }) => ({
      participantId: participantIdOfPeer(peerId),
      level: levelDbov,
    }))
    broadcaster.toSeatedVolatile(sessionId, 'media.speaking', { speakers })
    speech.hear(speakers.map(({ participantId }) => participantId))
  })
  room.once('closed', () => {
    quality.close()
    speech.close()
  })
}
