import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { createWorker, type types } from 'mediasoup'
import { MediaError } from './media-error.ts'
import { WorkerLoad } from './worker-load.ts'

/** A port of a predecessor that was just killed is free again within milliseconds; one held longer belongs to somebody else. */
const BIND_DEADLINE_MS = 3_000
const BIND_RETRY_MS = 50

export interface PortRange {
  min: number
  max: number
}

interface MediaWorkerOptions {
  /** UDP and TCP, for everything browsers send and receive. */
  port: number
  listenIp: string
  announcedAddress: string | null
  /** UDP ports for plain RTP on this machine: recorders and ingest. */
  plainPorts: PortRange
}

/** One worker process with the one port its browsers talk to. Emits `died` at most once, and not after `close()`. */
export class MediaWorker extends EventEmitter<{ died: [Error] }> {
  readonly port: number
  readonly plainPorts: PortRange
  readonly load: WorkerLoad
  readonly #worker: types.Worker
  #webRtcServer: types.WebRtcServer | null = null

  /** Throws `PORT_IN_USE` when another program holds the port for longer than a dying predecessor would. */
  static async create(options: MediaWorkerOptions): Promise<MediaWorker> {
    const worker = await withoutSignalHandlers(() => createWorker({ logLevel: 'warn' }))
    const own = new MediaWorker(worker, options)
    try {
      own.#webRtcServer = await listen(worker, options)
    } catch (error) {
      own.close()
      throw error
    }
    return own
  }

  private constructor(worker: types.Worker, { port, plainPorts }: MediaWorkerOptions) {
    super()
    this.port = port
    this.plainPorts = plainPorts
    this.load = WorkerLoad.of(worker)
    this.#worker = worker
    worker.once('died', (error) => this.emit('died', error))
  }

  get pid(): number {
    return this.#worker.pid
  }

  get closed(): boolean {
    return this.#worker.closed
  }

  /** Ended by itself, not by `close()`. */
  get died(): boolean {
    return this.#worker.died
  }

  get webRtcServer(): types.WebRtcServer {
    if (this.#webRtcServer === null) throw new Error('Used before it listens.')
    return this.#webRtcServer
  }

  createRouter(options: types.RouterOptions): Promise<types.Router> {
    return this.#worker.createRouter(options)
  }

  /** Idempotent. Takes every room on it along. */
  close(): void {
    this.#worker.close()
  }
}

async function listen(worker: types.Worker, options: MediaWorkerOptions): Promise<types.WebRtcServer> {
  const { listenIp: ip, port, announcedAddress } = options
  const announced = announcedAddress === null ? {} : { announcedAddress }
  const startedMs = performance.now()
  for (;;) {
    try {
      return await worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ip, port, ...announced },
          { protocol: 'tcp', ip, port, ...announced },
        ],
      })
    } catch (cause) {
      const inUse = cause instanceof Error && /already in use|EADDRINUSE/i.test(cause.message)
      if (!inUse || worker.closed) throw cause
      if (performance.now() - startedMs > BIND_DEADLINE_MS) {
        throw new MediaError('PORT_IN_USE', `Media port ${port} (UDP and TCP) is in use by another program.`, { cause })
      }
      await delay(BIND_RETRY_MS)
    }
  }
}

/**
 * mediasoup closes its workers by itself on SIGINT and SIGTERM, before recordings are closed and people are told. The order
 * of a shutdown is the process's: its handlers are taken off again as soon as they are put on (in the same tick). A worker
 * whose parent dies in any way still ends by itself, since its channel closes.
 */
function withoutSignalHandlers<T>(create: () => T): T {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)))
  const created = create()
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.has(listener)) process.removeListener(signal, listener)
    }
  }
  return created
}
