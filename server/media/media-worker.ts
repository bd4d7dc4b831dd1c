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
  /** Listened on too, by UDP, and told last (decision 007); where that cannot be, the worker does without. */
  secondIp: string | null
  /** UDP ports for plain RTP on this machine: recorders and ingest. */
  plainPorts: PortRange
}

/** One worker process with the one port its browsers talk to. Emits `died` at most once, and not after `close()`. */
export class MediaWorker extends EventEmitter<{ died: [Error] }> {
  readonly port: number
  readonly plainPorts: PortRange
  readonly load: WorkerLoad
  readonly #worker: types.Worker
  #listening: Listening | null = null

  /** Throws `PORT_IN_USE` when another program holds the port for longer than a dying predecessor would. */
  static async create(options: MediaWorkerOptions): Promise<MediaWorker> {
    const worker = await withoutSignalHandlers(() => createWorker({ logLevel: 'warn' }))
    const own = new MediaWorker(worker, options)
    try {
      own.#listening = await listen(worker, options)
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
    return this.#heard.webRtcServer
  }

  /** Why it does without the second address; `null` when it has it, or none was wanted. */
  get secondIpRefusal(): string | null {
    return this.#heard.secondIpRefusal
  }

  get #heard(): Listening {
    if (this.#listening === null) throw new Error('Used before it listens.')
    return this.#listening
  }

  createRouter(options: types.RouterOptions): Promise<types.Router> {
    return this.#worker.createRouter(options)
  }

  /** Idempotent. Takes every room on it along. */
  close(): void {
    this.#worker.close()
  }
}

interface Listening {
  webRtcServer: types.WebRtcServer
  secondIpRefusal: string | null
}

async function listen(worker: types.Worker, options: MediaWorkerOptions): Promise<Listening> {
  const { listenIp: ip, port, announcedAddress } = options
  const first = { ip, port, ...(announcedAddress === null ? {} : { announcedAddress }) }
  const startedMs = performance.now()
  let { secondIp } = options
  let secondIpRefusal: string | null = null
  for (;;) {
    const listenInfos: types.TransportListenInfo[] = [
      { protocol: 'udp', ...first },
      { protocol: 'tcp', ...first },
    ]
    if (secondIp !== null) listenInfos.push({ protocol: 'udp', ip: secondIp, port })
    try {
      return { webRtcServer: await worker.createWebRtcServer({ listenInfos }), secondIpRefusal }
    } catch (cause) {
      if (!(cause instanceof Error) || worker.closed) throw cause
      const isInUse = /already in use|EADDRINUSE/i.test(cause.message)
      if (isInUse && performance.now() - startedMs <= BIND_DEADLINE_MS) {
        await delay(BIND_RETRY_MS)
      } else if (secondIp !== null && cause.message.includes(`ip:'${secondIp}'`)) {
        secondIpRefusal = cause.message
        secondIp = null
      } else if (isInUse) {
        throw new MediaError('PORT_IN_USE', `Media port ${port} (UDP and TCP) is in use by another program.`, { cause })
      } else {
        throw cause
      }
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
