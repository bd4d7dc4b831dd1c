import { createServer } from 'node:http'
import { createDatabase } from '#server/adapters/postgres/database.ts'
import { createSeminarStores } from '#server/adapters/postgres/seminar-stores.ts'
import { randomIds } from '#server/adapters/random-ids.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { MediaRooms } from '#server/media/media-rooms.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { createRealtime } from '#server/realtime/create-realtime.ts'
import type { Log } from '#server/usecases/ports.ts'
import { createSeminarDeps } from '#server/usecases/seminar/deps.ts'
import { serve } from './serve.ts'

/** The product's room server: sessions, policy, limits, validation and the database on. `our-server.ts <database url>` */
const [url = ''] = process.argv.slice(2)
const complain = (fields: Record<string, unknown>, event: string) => console.error(event, fields)
const log: Log = { debug: () => undefined, info: () => undefined, warn: complain, error: complain, child: () => log }
const pool = await WorkerPool.create({
  ...{ workers: 1, firstPort: 45_090, listenIp: '127.0.0.1', announcedAddress: null },
  plainPorts: { min: 45_091, max: 45_099 },
})
const httpServer = createServer()
const deps = createSeminarDeps({
  ...{ clock: createSystemClock(), ids: randomIds, log, nodeId: 'bench' },
  stores: createSeminarStores(createDatabase(url)),
  recordings: { start: () => Promise.resolve(), stop: () => Promise.resolve() },
})
createRealtime({
  ...{ httpServer, deps, log, publicOrigins: [] },
  mediaRooms: MediaRooms.create({ pool }),
  actorOf: (headers) => {
    const personId = (headers.get('cookie') ?? '').split('=')[1] ?? ''
    return Promise.resolve({ kind: 'person', personId, name: personId, grants: [] })
  },
  // One machine plays everybody; a person's own limits stay as they are but for who speaks for a whole room.
  socketsPerAddress: 10_000,
  rateLimits: { chat: 10_000 },
})
serve(httpServer)
