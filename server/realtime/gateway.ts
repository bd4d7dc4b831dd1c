import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type DefaultEventsMap, type Socket } from 'socket.io'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Log } from '#server/usecases/ports.ts'
import type { ConnectionQuota } from './connection-quota.ts'

const CONNECT_TIMEOUT_MS = 10_000

type EventsMap = Record<string, (...args: never[]) => void>
type Io<Events extends EventsMap> = Server<DefaultEventsMap, Events>

export interface GatewayOptions {
  /** Its upgrades on `path` are taken; others are left alone. */
  httpServer: HttpServer
  path: string
  /** A dead socket is noticed after at most both together. */
  pingIntervalMs: number
  pingTimeoutMs: number
  maxMessageBytes: number
  /** Origins of the pages besides the one that the request's own Host names. */
  publicOrigins: readonly string[]
  quota: ConnectionQuota
}

/** WebSocket only: every browser that can do WebRTC has it, and its handshake always names an origin. */
export function openGateway<Events extends EventsMap>({
  httpServer,
  path,
  publicOrigins,
  quota,
  ...limits
}: GatewayOptions): Io<Events> {
  return new Server(httpServer, {
    path,
    serveClient: false,
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    // Next and the plans' channel take upgrades on the same port.
    destroyUpgrade: false,
    pingInterval: limits.pingIntervalMs,
    pingTimeout: limits.pingTimeoutMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxHttpBufferSize: limits.maxMessageBytes,
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

interface AuthenticateOptions {
  actorOf: (headers: Headers) => Promise<Actor>
  /** Guests are refused with `UNAUTHENTICATED`. */
  only?: 'persons'
  log: Log
}

/** Asks once, at the handshake, who it is. A session store that is away refuses the socket; the client tries again. */
export function authenticate<Events extends EventsMap>(
  io: Io<Events>,
  { actorOf, only, log }: AuthenticateOptions,
): { actorOfSocket: (socket: Socket<DefaultEventsMap, Events>) => Actor } {
  const actors = new WeakMap<Socket<DefaultEventsMap, Events>, Actor>()
  io.use((socket, next) => {
    const { cookie } = socket.request.headers
    const headers = new Headers(cookie === undefined ? {} : { cookie })
    void actorOf(headers).then(
      (actor) => {
        if (only === 'persons' && actor.kind !== 'person') return next(new Error('UNAUTHENTICATED'))
        actors.set(socket, actor)
        next()
      },
      (error: unknown) => {
        log.error({ err: error }, 'socket_not_authenticated')
        next(new Error('UNAVAILABLE'))
      },
    )
  })
  const actorOfSocket = (socket: Socket<DefaultEventsMap, Events>) => {
    const actor = actors.get(socket)
    if (actor === undefined) throw new Error('A socket came past the handshake.')
    return actor
  }
  return { actorOfSocket }
}
