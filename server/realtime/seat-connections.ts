import { participantIdOfPeer } from '#server/usecases/seminar/media-peer-id.ts'
import type { RoomConnection } from './room-connection.ts'

/** Which socket speaks for a seat: at most one, the newest. */
export class SeatConnections {
  readonly #bySeat = new Map<string, RoomConnection>()

  find(participantId: string): RoomConnection | null {
    return this.#bySeat.get(participantId) ?? null
  }

  /** The seated connection that owns a media peer. */
  findPeer(peerId: string): RoomConnection | null {
    const connection = this.find(participantIdOfPeer(peerId))
    return connection?.peerId === peerId ? connection : null
  }

  /** [SEAT6] A second socket for the same seat replaces the first, which is told so and closed. */
  claim(participantId: string, connection: RoomConnection): void {
    const before = this.#bySeat.get(participantId)
    this.#bySeat.set(participantId, connection)
    if (before !== undefined && before !== connection) before.close('replaced')
  }

  /** True when the seat was this socket's, and is nobody's now. */
  release(participantId: string, connection: RoomConnection): boolean {
    if (this.#bySeat.get(participantId) !== connection) return false
    return this.#bySeat.delete(participantId)
  }
}
