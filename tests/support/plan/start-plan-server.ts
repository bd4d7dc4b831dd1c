import { createServer, type RequestListener } from 'node:http'
import type { Actor } from '#core/domain/policy/actor.ts'
import { createDatabase, type Database } from '#server/adapters/postgres/database.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { createCollab, type Collab, type CollabDeps } from '#server/collab/collab-server.ts'
import { noRoomRoles, type PlanEdit } from '#server/usecases/plans/ports.ts'
import type { Log } from '#server/usecases/ports.ts'
import { PEOPLE } from './seed-plan-world.ts'

const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silent,
}

export interface PlanServer {
  url: string
  port: number
  collab: Collab
  /** What the timeline was told of, in order. */
  edits: PlanEdit[]
  close(): Promise<void>
}

interface PlanServerOptions {
  databaseUrl: string
  /** Instead of the stand-ins: a store that fails, other room roles. */
  deps?: Partial<CollabDeps>
  /** Answers what is not the plans' channel. */
  onRequest?: RequestListener
}

/** The plans' channel alone on a port of its own, with a pool of its own. The cookie `person=<id>` says who comes. */
export async function startPlanServer({ databaseUrl, deps = {}, onRequest }: PlanServerOptions): Promise<PlanServer> {
  const database: Database = createDatabase(databaseUrl)
  const edits: PlanEdit[] = []
  const collab = createCollab({
    plans: new PostgresPlanStore(database),
    roomRoles: noRoomRoles,
    timeline: {
      planEdited: (edit) => {
        edits.push(edit)
        return Promise.resolve()
      },
    },
    clock: createSystemClock(),
    log: silent,
    actorOf: (headers) => Promise.resolve(actorOfCookie(headers)),
    isAllowedOrigin: (headers) => (headers.get('origin') ?? '').includes('evil') === false,
    ...deps,
  })
  const http = createServer(onRequest)
  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/collab')) collab.handleUpgrade(request, socket, head)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const close = async () => {
    await collab.close()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    await database.$disconnect()
  }
  return { url: `ws://127.0.0.1:${port}/collab`, port, collab, edits, close }
}

/** Whom the stand-in for signing in takes these headers for. */
export function actorOfCookie(headers: Headers): Actor {
  const personId = /person=([a-z-]+)/.exec(headers.get('cookie') ?? '')?.[1]
  const person = PEOPLE.find(({ id }) => id === personId)
  if (person === undefined) return { kind: 'guest', guestKey: null }
  const grants = [{ role: 'teacher', scope: 'school', scopeId: 'school' }] as const
  return { kind: 'person', personId: person.id, name: person.name, grants }
}
