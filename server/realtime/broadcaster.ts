import type { TimelineEvent } from '#core/contract/timeline.ts'
import type { LiveSessions } from '#server/usecases/seminar/live-sessions.ts'
import { doorChannel, seatedChannel, type RoomIo, type ServerEvents } from './room-socket.ts'

type Ephemeral = 'media.speaking'

/**
 * From the server to the clients of a session. Everybody of a session is on the node that owns it (docs/decisions/002), so
 * nothing goes by the bus; Socket.IO encodes a broadcast once, however many receive it.
 */
export class Broadcaster {
  readonly #io: RoomIo

  constructor(io: RoomIo) {
    this.#io = io
  }

  /** [LOG2] Commits go out in the order of `seq`; those written together go out together. */
  static follow(io: RoomIo, sessions: LiveSessions): Broadcaster {
    const broadcaster = new Broadcaster(io)
    sessions.on('published', ({ session, events }) => broadcaster.#timeline(session.facts.sessionId, events))
    return broadcaster
  }

  toSeated<N extends keyof ServerEvents>(sessionId: string, name: N, ...event: Parameters<ServerEvents[N]>): void {
    this.#io.local.to(seatedChannel(sessionId)).emit(name, ...event)
  }

  /** May be lost on a slow link: the next one replaces it. */
  toSeatedVolatile(sessionId: string, name: Ephemeral, ...event: Parameters<ServerEvents[Ephemeral]>): void {
    this.#io.local.volatile.to(seatedChannel(sessionId)).emit(name, ...event)
  }

  /** Also those in the lobby. */
  toDoor<N extends keyof ServerEvents>(sessionId: string, name: N, ...event: Parameters<ServerEvents[N]>): void {
    this.#io.local.to(doorChannel(sessionId)).emit(name, ...event)
  }

  disconnectDoor(sessionId: string): void {
    this.#io.local.in(doorChannel(sessionId)).disconnectSockets(true)
  }

  #timeline(sessionId: string, events: readonly TimelineEvent[]): void {
    this.toSeated(sessionId, 'timeline', { events: [...events] })
  }
}
