import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { SOCKET_PATH } from '#core/contract/protocol.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { MediaRooms } from '#server/media/media-rooms.ts'
import type { Log } from '#server/usecases/ports.ts'
import type { SeminarDeps } from '#server/usecases/seminar/deps.ts'
import { bind, type RoomHandlers } from './bind.ts'
import { Broadcaster } from './broadcaster.ts'
import { ConnectionQuota, SOCKETS_PER_ADDRESS } from './connection-quota.ts'
import { loseSeat } from './enter-room.ts'
import { authenticate, openGateway } from './gateway.ts'
import { mediaHandlers } from './handlers/media.ts'
import { peopleHandlers } from './handlers/people.ts'
import { roomHandlers } from './handlers/room.ts'
import { stageHandlers } from './handlers/stage.ts'
import { talkHandlers } from './handlers/talk.ts'
import { followLog } from './log-follower.ts'
import { reflectMediaRooms } from './media-reflection.ts'
import { RateLimits, type RequestClass } from './rate-limits.ts'
import { RoomConnection } from './room-connection.ts'
import { RoomMedia } from './room-media.ts'
import type { RoomServer } from './room-server.ts'
import { personChannel, type RoomIo, type ServerEvents } from './room-socket.ts'
import { SeatConnections } from './seat-connections.ts'

const ROOM_GATEWAY = {
  path: SOCKET_PATH,
  /** [SEAT7] A dead socket is noticed after at most 2 + 2.5 s. */
  pingIntervalMs: 2_000,
  pingTimeoutMs: 2_500,
  /** The largest request, RTP parameters with every extension, stays below a quarter of this. */
  maxMessageBytes: 100_000,
} as const

export interface RealtimeOptions {
  /** Its upgrades on `SOCKET_PATH` are taken; others are left alone. Closing it stays the owner's. */
  httpServer: HttpServer
  deps: SeminarDeps
  mediaRooms: MediaRooms
  /** Who a request's cookies say it is. */
  actorOf: (headers: Headers) => Promise<Actor>
  /** Whose address counts for the quota; without it the other end of the connection. */
  addressOf?: (request: IncomingMessage) => string
  publicOrigins: readonly string[]
  log: Log
  /** Makes `closePerson` reach the sockets of other nodes. */
  adapter?: Parameters<RoomIo['adapter']>[0]
  socketsPerAddress?: number
  /** Requests per ten seconds and person, by class. */
  rateLimits?: Partial<Record<RequestClass, number>>
}

export interface Realtime {
  /** [AUTH2] Their rights are gone: every socket of theirs is told so and closed. */
  closePerson(personId: string): void
  /** Idempotent. Tells everybody that the server stops, then closes all sockets. Sessions and media are their owners'. */
  close(): Promise<void>
}

/** The room's sockets on the given server. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { httpServer, deps, mediaRooms, actorOf, publicOrigins, log } = options
  const addressOf = options.addressOf ?? ((request: IncomingMessage) => request.socket.remoteAddress ?? '')
  const quota = new ConnectionQuota({ addressOf, perAddress: options.socketsPerAddress ?? SOCKETS_PER_ADDRESS })
  const io: RoomIo = openGateway<ServerEvents>({ httpServer, publicOrigins, quota, ...ROOM_GATEWAY })
  if (options.adapter !== undefined) io.adapter(options.adapter)
  const { actorOfSocket } = authenticate(io, { actorOf, log })

  const broadcaster = Broadcaster.follow(io, deps.sessions)
  const server: RoomServer = { deps, seats: new SeatConnections(), media: new RoomMedia(mediaRooms), broadcaster }
  followLog(server)
  reflectMediaRooms(mediaRooms, { ...server, log })
  const handlers: RoomHandlers = {
    ...roomHandlers(server),
    ...stageHandlers(server),
    ...peopleHandlers(server),
    ...talkHandlers(server),
    ...mediaHandlers(server),
  }
  const limits = new RateLimits(options.rateLimits)

  io.on('connection', (socket) => {
    const actor = actorOfSocket(socket)
    const address = quota.take(socket.request)
    const connection = new RoomConnection(socket, { actor, address })
    if (actor.kind === 'person') void socket.join(personChannel(actor.personId))
    bind(socket, connection, { handlers, limits, ids: deps.ids, log })
    socket.on('disconnect', () => {
      quota.release(address)
      void leaveBehind(server, connection).catch((error: unknown) =>
        log.warn({ err: error, sessionId: connection.sessionId }, 'seat_not_shown_as_lost'),
      )
    })
  })

  let closed: Promise<void> | undefined
  return {
    closePerson: (personId) => {
      io.to(personChannel(personId)).emit('room.closed', { reason: 'access-lost' })
      io.in(personChannel(personId)).disconnectSockets(true)
    },
    close: () => (closed ??= closeSockets(io)),
  }
}

/** The socket is gone: so is its media, and the seat waits, unless another socket has taken it over. */
async function leaveBehind(server: RoomServer, connection: RoomConnection): Promise<void> {
  server.media.closePeer(connection)
  const { seat } = connection
  if (seat === null || !server.seats.release(seat.participantId, connection)) return
  await loseSeat(server, seat)
}

/** Not `io.close()`: it would close the server of the pages too. */
async function closeSockets(io: RoomIo): Promise<void> {
  io.local.emit('room.closed', { reason: 'server-stopping' })
  io.local.disconnectSockets(true)
  io.engine.close()
  await io.of('/').adapter.close()
}
