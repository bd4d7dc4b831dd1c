import type { IncomingMessage } from 'node:http'
import { SOCKET_PATH } from '#core/contract/protocol.ts'
import { createSeminarStores } from './adapters/postgres/seminar-stores.ts'
import type { Config } from './config/config.ts'
import type { DataFolder } from './lifecycle/data-folder.ts'
import type { HttpFront } from './lifecycle/http-front.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { MediaRooms } from './media/media-rooms.ts'
import { StartFault } from './lifecycle/start-fault.ts'
import { createRealtime, type Realtime } from './realtime/create-realtime.ts'
import type { StartedCity } from './start-city.ts'
import { nodeIdOf } from './start-recordings.ts'
import type { Log } from './usecases/ports.ts'
import { createSeminarDeps, type SeminarDeps } from './usecases/seminar/deps.ts'
import type { RecordingControl } from './usecases/seminar/ports.ts'

export interface StartRoomsOptions extends Pick<StartedCity, 'city' | 'database' | 'identity'> {
  config: Pick<Config, 'bus'>
  front: HttpFront
  data: DataFolder
  mediaRooms: MediaRooms
  recordings: RecordingControl
  publicUrl: URL
  lifecycle: Lifecycle
  log: Log
  addressOf: (request: IncomingMessage) => string
}

export interface StartedRooms {
  seminar: SeminarDeps
  realtime: Realtime
}

/** The live rooms: sessions that were running go on by themselves, their people come back to their seats. */
export async function startRooms(options: StartRoomsOptions): Promise<StartedRooms> {
  const { config, city, database, identity, front, data, mediaRooms, recordings, publicUrl, lifecycle, log } = options
  const { clock, ids } = city
  const stores = createSeminarStores(database)
  const seminar = createSeminarDeps({ clock, ids, log, stores, recordings, nodeId: nodeIdOf(data) })
  lifecycle.onStop({ name: 'sessions', deadlineMs: 2_000, stop: () => seminar.sessions.close() })
  await seminar.sessions.recover()
  const bus = config.bus.kind === 'redis' ? await joinBus(config.bus.url, { lifecycle, log }) : undefined
  const realtime = createRealtime({
    httpServer: front.server,
    deps: seminar,
    mediaRooms,
    actorOf: (headers) => identity.actorOf(headers),
    addressOf: options.addressOf,
    publicOrigins: [publicUrl.origin],
    log,
    ...(bus === undefined ? {} : { adapter: bus.adapter }),
  })
  lifecycle.onStop({ name: 'realtime', deadlineMs: 1_000, stop: () => realtime.close() })
  front.claimUpgrades(SOCKET_PATH)
  return { seminar, realtime }
}

/** @throws StartFault when the Redis named by REDIS_URL does not answer */
async function joinBus(url: string, { lifecycle, log }: Pick<StartRoomsOptions, 'lifecycle' | 'log'>) {
  // Read only where it is used: every start would wait for it.
  const { connectRedisAdapter } = await import('./realtime/redis-adapter.ts')
  try {
    const bus = await connectRedisAdapter({ url, log })
    lifecycle.onStop({ name: 'redis', deadlineMs: 500, stop: () => bus.close() })
    return bus
  } catch (cause) {
    throw new StartFault({
      what: 'REDIS_URL 所指的 Redis 连不上。The Redis of REDIS_URL does not answer.',
      remedy: '请检查地址，或去掉 REDIS_URL 只用本机。Check the address, or unset REDIS_URL.',
      cause,
    })
  }
}
