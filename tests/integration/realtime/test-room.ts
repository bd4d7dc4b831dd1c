import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { RoomClient, type RoomClientOptions } from '#app/_client/room-client.ts'
import type { RoomClientState } from '#app/_client/room-store.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Database } from '#server/adapters/postgres/database.ts'
import { createSeminarStores } from '#server/adapters/postgres/seminar-stores.ts'
import { randomIds } from '#server/adapters/random-ids.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { MediaRooms } from '#server/media/media-rooms.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { createRealtime, type Realtime, type RealtimeOptions } from '#server/realtime/create-realtime.ts'
import type { Log } from '#server/usecases/ports.ts'
import { createSeminarDeps, type SeminarDeps } from '#server/usecases/seminar/deps.ts'
import type { SeminarStores } from '#server/usecases/seminar/ports.ts'
import type { SeminarLimits } from '#server/usecases/seminar/limits.ts'
import type { RecordingControl } from '#server/usecases/seminar/ports.ts'
import { ACTIVITY, LINK_TOKEN } from './test-city.ts'

export interface TestRoomOptions {
  database: Database
  limits?: Partial<SeminarLimits>
  /** Made of the rooms where it taps them. */
  recordings?: RecordingControl | ((rooms: MediaRooms) => RecordingControl)
  stores?: Partial<SeminarStores>
  nodeId?: string
  rateLimits?: RealtimeOptions['rateLimits']
  socketsPerAddress?: number
  /** Script of the page that is served at every address. */
  pageScript?: string
  /** Of a predecessor, for a restart. */
  port?: number
  /** First media port. */
  mediaPort?: number
}

/** A recorder that keeps nothing and remembers what it was asked. */
export class TapeLog implements RecordingControl {
  readonly calls: string[] = []
  start({ recordingId }: { recordingId: string }) {
    this.calls.push(`start ${recordingId}`)
    return Promise.resolve()
  }
  stop({ recordingId }: { recordingId: string }) {
    this.calls.push(`stop ${recordingId}`)
    return Promise.resolve()
  }
}

export interface LogLine {
  fields: Record<string, unknown>
  event: string
}

function memoryLog(lines: LogLine[]): Log {
  const write = (fields: Record<string, unknown>, event: string) => void lines.push({ fields, event })
  return { debug: write, info: write, warn: write, error: write, child: () => memoryLog(lines) }
}

const OFFICE = [{ role: 'office', scope: 'city', scopeId: 'city' }] as const

/** Cookies of the tests: `person=<id>`, `office=<id>` of somebody who oversees the city, or `guest=<key>`. */
export const actorOf = (headers: Headers): Promise<Actor> => {
  const [kind, value = ''] = (headers.get('cookie') ?? '').split('=')
  if (kind === 'person' || kind === 'office') {
    const grants = kind === 'office' ? OFFICE : []
    return Promise.resolve({ kind: 'person', personId: value, name: value, grants })
  }
  return Promise.resolve({ kind: 'guest', guestKey: kind === 'guest' ? value : null })
}

/** The room's server as the process builds it: real sockets, a real worker, the given database. */
export class TestRoom {
  readonly deps: SeminarDeps
  readonly realtime: Realtime
  readonly origin: string
  readonly pool: WorkerPool
  readonly mediaRooms: MediaRooms
  readonly lines: LogLine[]
  /** Ends every connection as a network does that goes away: without a word. */
  readonly cutConnections: () => void
  readonly #close: () => Promise<void>
  readonly #clients: RoomClient[] = []

  static async start(options: TestRoomOptions): Promise<TestRoom> {
    const { database, limits, mediaPort = 15_000, nodeId = 'node-1' } = options
    const lines: LogLine[] = []
    const log = memoryLog(lines)
    const pool = await WorkerPool.create({
      ...{ workers: 1, firstPort: mediaPort, listenIp: '127.0.0.1', announcedAddress: null },
      plainPorts: { min: mediaPort + 10, max: mediaPort + 29 },
    })
    const mediaRooms = MediaRooms.create({ pool })
    const { recordings: control = new TapeLog() } = options
    const recordings = typeof control === 'function' ? control(mediaRooms) : control
    const stores = { ...createSeminarStores(database), ...options.stores }
    const base = { clock: createSystemClock(), ids: randomIds, log }
    const deps = createSeminarDeps({ ...base, stores, recordings, nodeId, ...(limits === undefined ? {} : { limits }) })
    const httpServer: Server = createServer((request, response) => {
      const isScript = request.url === '/page.js'
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      response.end(isScript ? options.pageScript : '<!doctype html><script src="/page.js"></script>')
    })
    const wires = new Set<Socket>()
    httpServer.on('connection', (wire) => {
      wires.add(wire)
      wire.once('close', () => wires.delete(wire))
    })
    const { rateLimits, socketsPerAddress } = options
    const realtime = createRealtime({
      ...{ httpServer, deps, mediaRooms, actorOf, publicOrigins: ['https://tongke.example'], log },
      ...(rateLimits === undefined ? {} : { rateLimits }),
      ...(socketsPerAddress === undefined ? {} : { socketsPerAddress }),
    })
    await deps.sessions.recover()
    httpServer.listen(options.port ?? 0, '127.0.0.1')
    await once(httpServer, 'listening')
    const { port } = httpServer.address() as AddressInfo
    let closing: Promise<void> | undefined
    const stopAll = async () => {
      await realtime.close()
      await deps.sessions.close()
      mediaRooms.closeAll()
      pool.close()
      const closed = once(httpServer, 'close')
      httpServer.close()
      httpServer.closeAllConnections()
      await closed
    }
    const close = () => (closing ??= stopAll())
    const cut = () => {
      for (const wire of wires) wire.destroy()
    }
    return new TestRoom({ cut, realtime, deps, origin: `http://127.0.0.1:${port}`, pool, mediaRooms, lines, close })
  }

  private constructor(parts: {
    cut: () => void
    realtime: Realtime
    deps: SeminarDeps
    origin: string
    pool: WorkerPool
    mediaRooms: MediaRooms
    lines: LogLine[]
    close: () => Promise<void>
  }) {
    this.cutConnections = parts.cut
    this.realtime = parts.realtime
    this.deps = parts.deps
    this.origin = parts.origin
    this.pool = parts.pool
    this.mediaRooms = parts.mediaRooms
    this.lines = parts.lines
    this.#close = parts.close
  }

  /** `person=<id>` or `guest=<key>`. */
  client(cookie: string, options: Partial<RoomClientOptions> = {}): RoomClient {
    const client = RoomClient.open({
      ...{ origin: this.origin, headers: { cookie }, activityId: ACTIVITY, linkToken: LINK_TOKEN },
      ...options,
    })
    this.#clients.push(client)
    return client
  }

  async joined(cookie: string, wish: { guestName?: string; wantsStage?: boolean } = {}): Promise<RoomClient> {
    const client = this.client(cookie)
    await client.join(wish)
    return client
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close()
    await this.#close()
  }

  /** Stops the server and leaves the clients to themselves. Idempotent. */
  stop(): Promise<void> {
    return this.#close()
  }
}

/** Resolves with the first state that fulfils; the test's own deadline is the only one. */
export function until(client: RoomClient, fulfils: (state: RoomClientState) => boolean): Promise<RoomClientState> {
  const { store } = client
  if (fulfils(store.getState())) return Promise.resolve(store.getState())
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe((state) => {
      if (!fulfils(state)) return
      unsubscribe()
      resolve(state)
    })
  })
}

export const meOf = (client: RoomClient): string => {
  const { me } = client.store.getState()
  if (me === null) throw new Error('Not joined.')
  return me
}
