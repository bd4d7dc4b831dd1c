import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus, type Document } from '@hocuspocus/server'
import { WebSocketServer, type WebSocket } from 'ws'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import type { PlanStore, PlanTimeline, RoomRoles } from '#server/usecases/plans/ports.ts'
import type { Clock, Log } from '#server/usecases/ports.ts'
import { EditNotes } from './edit-notes.ts'
import { PlanDoor } from './extensions/authenticate.ts'
import { limits, MESSAGE_MAX_BYTES } from './extensions/limits.ts'
import { PlanPersistence } from './extensions/persist.ts'
import { connectionsOf, type PlanConnection, type PlanContext } from './plan-connection.ts'

export const COLLAB_PATH = '/collab'

/** Compaction: this long after the last change, and at the latest this long after the first. */
const COMPACT_AFTER_MS = 2_000
const COMPACT_AT_LATEST_MS = 10_000
/** A connection that has not answered by the next question is cut, and its caret goes with it. */
const PING_EVERY_MS = 10_000
/** Hocuspocus waits for messages, and a tab in the background may write its name into the room once a minute only. */
const SILENCE_MS = 180_000
const CLOSE_DEADLINE_MS = 4_000
const GOING_AWAY = 1001
const NOT_BINARY = 1003

export interface CollabDeps {
  plans: PlanStore
  roomRoles: RoomRoles
  timeline: PlanTimeline
  clock: Clock
  log: Log
  /** Who sends these headers, by the cookies among them. */
  actorOf(headers: Headers): Promise<Actor>
  /** A page of another site must not open a channel with a visitor's cookies. */
  isAllowedOrigin(headers: Headers): boolean
  /** For tests of what happens to the dead. */
  pingEveryMs?: number
}

export interface Collab {
  /** Takes an upgrade request whose path begins with `COLLAB_PATH`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** After rights of an activity changed: every open connection is asked anew, downgraded or closed. */
  recheckAccess(activityId: string): Promise<void>
  /** After rights of a person changed, or their sessions ended. */
  recheckPerson(personId: string): Promise<void>
  /** Idempotent. Cuts the connections and resolves when all is on disk, or when that does not come about in time. */
  close(): Promise<void>
}

/** The plans' channel: Hocuspocus on the one port of the service. */
export function createCollab(deps: CollabDeps): Collab {
  const notes = new EditNotes(deps)
  const door = new PlanDoor(deps)
  const persistence = new PlanPersistence({ ...deps, notes })
  const hocuspocus = new Hocuspocus<PlanContext>({
    quiet: true,
    debounce: COMPACT_AFTER_MS,
    maxDebounce: COMPACT_AT_LATEST_MS,
    timeout: SILENCE_MS,
    maxPendingDocuments: 4,
    maxUnauthenticatedQueueSize: 2 * MESSAGE_MAX_BYTES,
    extensions: [
      door.extension,
      limits({ sizeBytesOf: (documentName) => persistence.sizeBytesOf(documentName) }),
      persistence.extension,
    ],
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX_BYTES })

  const recheck = (concerns: (connection: PlanConnection) => boolean) =>
    door.recheck(
      [...hocuspocus.documents.values()].flatMap((document: Document) => connectionsOf(document).filter(concerns)),
    )

  let closing: Promise<void> | undefined
  const close = async () => {
    for (const socket of sockets.clients) socket.close(GOING_AWAY)
    const deadline = AbortSignal.timeout(CLOSE_DEADLINE_MS)
    const flushed = await Promise.race([persistence.flush().then(() => true), whenAborted(deadline).then(() => false)])
    if (!flushed) deps.log.error({ documents: hocuspocus.documents.size }, 'plans_not_flushed')
    notes.close()
    for (const socket of sockets.clients) socket.terminate()
    await new Promise<void>((resolve) => sockets.close(() => resolve()))
  }

  return {
    handleUpgrade(request, socket, head) {
      const headers = headersOf(request)
      if (closing !== undefined) return refuse(socket, '503 Service Unavailable')
      if (!deps.isAllowedOrigin(headers)) return refuse(socket, '403 Forbidden')
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        // The address is only a place for the headers: no hook reads anything of it.
        const connection = hocuspocus.handleConnection(webSocket, new Request('http://collab.invalid/', { headers }))
        serve(webSocket, { connection, pingEveryMs: deps.pingEveryMs ?? PING_EVERY_MS })
      })
    },
    recheckAccess: (activityId) => recheck(({ context }) => context.plan.activityId === activityId),
    recheckPerson: (personId) => recheck(({ context }) => personIdOf(context.actor) === personId),
    close: () => (closing ??= close()),
  }
}

interface ServeOptions {
  connection: ReturnType<Hocuspocus<PlanContext>['handleConnection']>
  pingEveryMs: number
}

function serve(webSocket: WebSocket, { connection, pingEveryMs }: ServeOptions): void {
  let hasAnswered = true
  // The browser answers these by itself, also from a tab whose timers sleep.
  const pinging = setInterval(() => {
    if (!hasAnswered) return webSocket.terminate()
    hasAnswered = false
    webSocket.ping()
  }, pingEveryMs)
  webSocket.on('pong', () => (hasAnswered = true))
  webSocket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) connection.handleMessage(new Uint8Array(data))
    else webSocket.close(NOT_BINARY)
  })
  webSocket.on('close', (code, reason) => {
    clearInterval(pinging)
    connection.handleClose({ code, reason: reason.toString() })
  })
  // A broken frame or one that is too large; `close` follows.
  webSocket.on('error', () => webSocket.terminate())
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  return headers
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
