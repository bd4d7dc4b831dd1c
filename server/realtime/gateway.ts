import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { Actor } from '#core/domain/policy/actor.ts'
import { SOCKET_PATH } from '#core/contract/protocol.ts'
import type { Log } from '#server/usecases/ports.ts'
import type { ConnectionQuota } from './connection-quota.ts'
import type { RoomIo, RoomSocket } from './room-socket.ts'

/** [SEAT7] A dead socket is noticed after at most 2 + 2.5 s. */
const PING_INTERVAL_MS = 2_000
const PING_TIMEOUT_MS = 2_500
/** The largest request, RTP parameters with every extension, stays below a quarter of this. */
const MAX_MESSAGE_BYTES = 100_000
const CONNECT_TIMEOUT_MS = 10_000

export interface GatewayOptions {
  httpServer: HttpServer
  /** Origins of the pages besides the one that the request's own Host names. */
  publicOrigins: readonly string[]
  quota: ConnectionQuota
}

/** WebSocket only: every browser that can do WebRTC has it, and its handshake always names an origin. */
export function openGateway({ httpServer, publicOrigins, quota }: GatewayOptions): RoomIo {
  return new Server(httpServer, {
    path: SOCKET_PATH,
    serveClient: false,
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    // Next and the plans' channel take upgrades on the same port.
    destroyUpgrade: false,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: (request, decide) => {
      const allowed = isOwnOrigin(request, publicOrigins) && quota.hasRoom(request)
      decide(allowed ? null : 'refused', allowed)
    },
  })
}

/** A browser always says where the page came from; a program that does not carries nobody's cookies. */
function isOwnOrigin({ headers }: IncomingMessage, publicOrigins: readonly string[]): boolean {
  const { origin, host } = headers
  if (origin === undefined || publicOrigins.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Asks once, at the handshake, who it is. A session store that is away refuses the socket; the client tries again. */
export function authenticate(
  io: RoomIo,
  { actorOf, log }: { actorOf: (headers: Headers) => Promise<Actor>; log: Log },
): { actorOfSocket: (socket: RoomSocket) => Actor } {
  const actors = new WeakMap<RoomSocket, Actor>()
  io.use((socket, next) => {
    const { cookie } = socket.request.headers
    const headers = new Headers(cookie === undefined ? {} : { cookie })
    void actorOf(headers).then(
      (actor) => {
        actors.set(socket, actor)
        next()
      },
      (error: unknown) => {
        log.error({ err: error }, 'socket_not_authenticated')
        next(new Error('UNAVAILABLE'))
      },
    )
  })
  const actorOfSocket = (socket: RoomSocket) => {
    const actor = actors.get(socket)
    if (actor === undefined) throw new Error('A socket came past the handshake.')
    return actor
  }
  return { actorOfSocket }
}
