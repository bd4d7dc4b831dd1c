import { AppError } from '#core/contract/errors.ts'
import type { RoomEvent, RoomEventName } from '#core/contract/room-events.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { mediaPeerId } from '#server/usecases/seminar/media-peer-id.ts'
import type { Door, Seat } from '#server/usecases/seminar/seat.ts'
import { doorChannel, seatedChannel, type RoomSocket, type ServerEvents } from './room-socket.ts'

type Place = { status: 'outside' } | { status: 'at-door'; door: Door } | { status: 'seated'; door: Door; seat: Seat }
type ClosedReason = RoomEvent<'room.closed'>['reason']

/** One socket and how far it has come: outside, at the door of one session, seated there. Never two sessions. */
export class RoomConnection {
  readonly actor: Actor
  /** Whose requests are counted together by the rate limits. */
  readonly limitKey: string
  readonly #socket: RoomSocket
  #place: Place = { status: 'outside' }

  constructor(socket: RoomSocket, { actor, address }: { actor: Actor; address: string }) {
    this.#socket = socket
    this.actor = actor
    this.limitKey = actor.kind === 'person' ? actor.personId : (actor.kind === 'guest' && actor.guestKey) || address
  }

  get id(): string {
    return this.#socket.id
  }

  /** The socket is gone; nothing that is still under way must take effect for it. */
  get gone(): boolean {
    return !this.#socket.connected
  }

  get seat(): Seat | null {
    return this.#place.status === 'seated' ? this.#place.seat : null
  }

  /** Name of its peer in the media room; null before the door is open. */
  get peerId(): string | null {
    return this.#place.status === 'outside' ? null : mediaPeerId(this.#place.door.participantId, this.id)
  }

  get sessionId(): string | null {
    return this.#place.status === 'outside' ? null : this.#place.door.sessionId
  }

  /** Throws `FORBIDDEN` before `room.prepare`. */
  requireDoor(): Door {
    if (this.#place.status === 'outside') throw new AppError('FORBIDDEN', '请先从活动页进入。')
    return this.#place.door
  }

  /** Throws `FORBIDDEN` before `room.join` and after the seat was given up. */
  requireSeat(): Seat {
    if (this.#place.status !== 'seated') throw new AppError('FORBIDDEN', '请先进入研讨室。')
    return this.#place.seat
  }

  /** Throws `CONFLICT` where this socket belongs to another session already. */
  openDoor(door: Door): void {
    if (this.#place.status !== 'outside' && this.#place.door.sessionId !== door.sessionId) {
      throw new AppError('CONFLICT', '请先离开另一个研讨室。')
    }
    if (this.#place.status === 'seated') return
    this.#place = { status: 'at-door', door }
    void this.#socket.join(doorChannel(door.sessionId))
  }

  /** From this tick on the socket hears what happens in the room. */
  sitDown(seat: Seat): void {
    this.#place = { status: 'seated', door: this.requireDoor(), seat }
    void this.#socket.join(seatedChannel(seat.sessionId))
  }

  /** Back at the door, as after leaving. Idempotent. */
  standUp(): void {
    if (this.#place.status !== 'seated') return
    const { door } = this.#place
    this.#place = { status: 'at-door', door }
    void this.#socket.leave(seatedChannel(door.sessionId))
  }

  tell<N extends RoomEventName>(name: N, ...event: Parameters<ServerEvents[N]>): void {
    this.#socket.emit(name, ...event)
  }

  /** Says why, then closes; the message goes out before. */
  close(reason: ClosedReason): void {
    this.#socket.emit('room.closed', { reason })
    this.#socket.disconnect(true)
  }
}
