import { availableParallelism } from 'node:os'
import type { Config } from './config/config.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import { progress } from './lifecycle/progress.ts'
import { StartFault } from './lifecycle/start-fault.ts'
import { MediaError } from './media/media-error.ts'
import { forwardMediaLog } from './media/media-log.ts'
import { MediaRooms } from './media/media-rooms.ts'
import { WorkerPool } from './media/worker-pool.ts'
import type { HealthRegistry } from './observability/health.ts'
import type { Log } from './usecases/ports.ts'

/** Recorders and ingest talk to the workers on this machine only, on ports well above those that browsers use. */
const PLAIN_PORTS_OFFSET = { min: 100, max: 999 } as const

export interface StartMediaOptions {
  config: Config
  /** What browsers are told to send to. */
  announcedAddress: string
  /** What they are told last, and workers listen on too (decision 007). */
  secondIp: string | null
  lifecycle: Lifecycle
  health: HealthRegistry
  log: Log
}

/** @throws StartFault when a media port is taken or no worker can run */
export function startMedia({ config, announcedAddress, secondIp, lifecycle, health, log }: StartMediaOptions) {
  return progress.step('音视频', async () => {
    const { firstPort } = config.media
    const workers = config.media.workerCount ?? availableParallelism()
    const plainPorts = { min: firstPort + PLAIN_PORTS_OFFSET.min, max: firstPort + PLAIN_PORTS_OFFSET.max }
    const listenIp = config.http.host
    const pool = await WorkerPool.create({
      ...{ workers, firstPort, listenIp, announcedAddress, secondIp, plainPorts },
    }).catch(explainPool({ firstPort, workers }))
    // From here on: a port that is taken is tried many times, and said once, by the fault.
    forwardMediaLog({
      warn: (fields) => log.warn(fields, 'media_worker_complains'),
      error: (fields) => log.error(fields, 'media_worker_complains'),
    })
    const rooms = MediaRooms.create({ pool })
    lifecycle.onStop({ name: 'media-workers', deadlineMs: 1_000, stop: () => pool.close() })
    lifecycle.onStop({ name: 'media-rooms', deadlineMs: 500, stop: () => rooms.closeAll() })
    const refusals = pool.health().flatMap(({ secondIpRefusal }) => secondIpRefusal ?? [])
    const warnOf = (reason: string) => log.warn({ secondIp, reason }, 'media_second_address_refused')
    refusals.forEach(warnOf)
    pool.on('worker-up', ({ secondIpRefusal }) => {
      if (secondIpRefusal !== null) warnOf(secondIpRefusal)
    })
    pool.on('worker-died', (facts) => log.error(facts, 'media_worker_died'))
    pool.on('worker-not-replaced', (facts) => log.error(facts, 'media_worker_not_replaced'))
    health.register('worker', () =>
      pool.ready ? Promise.resolve() : Promise.reject(new Error('no media worker runs')),
    )
    const alsoAt = secondIpWords({ secondIp, isRefused: refusals.length > 0 })
    return { result: rooms, detail: `${workers} 个进程，端口 ${firstPort} 起${alsoAt}` }
  })
}

function secondIpWords({ secondIp, isRefused }: { secondIp: string | null; isRefused: boolean }): string {
  if (secondIp === null) return ''
  return isRefused
    ? `；${secondIp} 上不能监听，本机的 Firefox 会没有声音和画面`
    : `；为本机的 Firefox 也监听 ${secondIp}`
}

const explainPool =
  ({ firstPort, workers }: { firstPort: number; workers: number }) =>
  (cause: unknown): never => {
    if (!(cause instanceof MediaError) || cause.code !== 'PORT_IN_USE') throw cause
    throw new StartFault({
      what: `音视频端口 ${firstPort} 至 ${firstPort + workers - 1} 中有的已被占用。A media port is taken: ${cause.message}`,
      remedy: '请用 TONGKE_MEDIA_PORT 换一个起始端口。Choose another first port with TONGKE_MEDIA_PORT.',
      cause,
    })
  }
