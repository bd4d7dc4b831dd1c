import { AppError } from '#core/contract/errors.ts'
import type { ProducerInfo } from '#core/contract/media.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import type { MediaPeer } from '#server/media/media-peer.ts'
import type { MediaRoom } from '#server/media/media-room.ts'
import type { MediaRooms } from '#server/media/media-rooms.ts'
import { participantIdOfPeer } from '#server/usecases/seminar/media-peer-id.ts'
import { withMedia } from './media-refusal.ts'
import type { RoomConnection } from './room-connection.ts'

/** One thing that is sent, as the media room tells of it. */
export type MediaProducer = MediaRoom['producers'][number]

export const toProducerInfo = ({ peerId, ...producer }: MediaProducer): ProducerInfo => ({
  ...producer,
  participantId: participantIdOfPeer(peerId),
})

const away = () => new AppError('MEDIA', '音视频正在恢复，请稍候。')

/** The media of connections: a peer each, made when the first transport is asked for. Asks nobody whether they may. */
export class RoomMedia {
  readonly #rooms: MediaRooms

  constructor(rooms: MediaRooms) {
    this.#rooms = rooms
  }

  /** Throws `MEDIA` while no worker is up. */
  room(sessionId: string): Promise<MediaRoom> {
    return withMedia(() => this.#rooms.getOrCreate(sessionId))
  }

  producers(sessionId: string): ProducerInfo[] {
    return this.#rooms.find(sessionId)?.producers.map(toProducerInfo) ?? []
  }

  /** The connection's peer, made where there is none. Throws `MEDIA`, `QUOTA`. */
  async openPeer(connection: RoomConnection): Promise<MediaPeer> {
    const { sessionId } = connection.requireDoor()
    const room = await this.room(sessionId)
    const { peerId } = connection
    if (connection.gone || peerId === null) throw away()
    return room.findPeer(peerId) ?? (await withMedia(() => room.addPeer({ peerId })))
  }

  /** Throws `MEDIA` where it has none: the room stands anew, and the client makes its transports again. */
  requirePeer(connection: RoomConnection): MediaPeer {
    const peer = this.#find(connection)
    if (peer === null) throw away()
    return peer
  }

  /** Idempotent: everything that the connection sends and receives ends. */
  closePeer(connection: RoomConnection): void {
    this.#find(connection)?.close()
  }

  /** Leaving the stage: nothing is sent any more, receiving goes on. */
  closeProducers(connection: RoomConnection): void {
    const peer = this.#find(connection)
    if (peer === null) return
    for (const source of ['camera', 'microphone', 'screen', 'screen-audio'] as const) {
      const producerId = peer.findProducerId(source)
      if (producerId !== null) peer.closeProducer({ producerId })
    }
  }

  /** The producer that was paused, or null while this source is not sent. */
  async mute(connection: RoomConnection, source: MediaSource): Promise<string | null> {
    const peer = this.#find(connection)
    const producerId = peer?.findProducerId(source) ?? null
    if (peer === null || producerId === null) return null
    await withMedia(() => peer.pauseProducer({ producerId }))
    return producerId
  }

  closeRoom(sessionId: string): void {
    this.#rooms.close(sessionId)
  }

  #find({ sessionId, peerId }: RoomConnection): MediaPeer | null {
    if (sessionId === null || peerId === null) return null
    return this.#rooms.find(sessionId)?.findPeer(peerId) ?? null
  }
}
