import { EventEmitter, once } from 'node:events'
import { MediaError } from './media-error.ts'
import { MediaWorker, type PortRange } from './media-worker.ts'

/** Waits before the n-th attempt in a row to replace a worker; the last one repeats. The first is at once. */
const REPLACE_BACKOFF_MS = [0, 250, 500, 1_000, 2_000, 5_000] as const
/** A worker that lived this long was healthy: its death starts a new row of attempts. */
const HEALTHY_AFTER_MS = 10_000
const WAIT_FOR_WORKER_MS = 10_000

export interface WorkerPoolOptions {
  workers: number
  /** Worker i listens on `firstPort + i`, UDP and TCP. */
  firstPort: number
  listenIp: string
  /** What browsers are told to send to; `null` when it is `listenIp` itself. */
  announcedAddress: string | null
  /** Where workers listen too, by UDP, and what browsers are told last; one that cannot does without. */
  secondIp?: string | null
  /** UDP ports on 127.0.0.1 for recorders and ingest, shared out among the workers; apart from the media ports. */
  plainPorts: PortRange
}

type SlotState =
  | { status: 'starting' }
  | { status: 'up'; worker: MediaWorker; sinceMs: number }
  | { status: 'waiting'; retry: NodeJS.Timeout; reason: string }

interface Slot {
  index: number
  port: number
  plainPorts: PortRange
  /** Failed or short-lived workers in a row. */
  failures: number
  /** The number of the `acquire` that chose it last: rooms opened at once have no consumers yet, and must still spread. */
  chosenAt: number
  state: SlotState
}

interface WorkerHealth {
  index: number
  port: number
  status: SlotState['status']
  pid: number | null
  consumers: number
  rooms: number
  reason: string | null
  /** Why it does without the second address. */
  secondIpRefusal: string | null
}

type WorkerPoolEvents = {
  /** In the tick in which the death is known; its rooms emit `died` in the same tick. */
  'worker-died': [{ index: number; pid: number; reason: string }]
  'worker-up': [{ index: number; pid: number; secondIpRefusal: string | null }]
  'worker-not-replaced': [{ index: number; reason: string; retryInMs: number }]
}

/** Owns the media workers and replaces the dead. */
export class WorkerPool extends EventEmitter<WorkerPoolEvents> {
  readonly #options: WorkerPoolOptions
  readonly #slots: Slot[]
  readonly #closing = new AbortController()
  #choices = 0

  /** Resolves when every worker listens; throws what the first failing one said (`PORT_IN_USE` …), leaving none behind. */
  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    assertUsable(options)
    const pool = new WorkerPool(options)
    const starts = await Promise.allSettled(pool.#slots.map((slot) => pool.#start(slot)))
    const failed = starts.find((start) => start.status === 'rejected')
    if (failed === undefined) return pool
    pool.close()
    throw failed.reason
  }

  private constructor(options: WorkerPoolOptions) {
    super()
    // One listener for each room that waits for a replacement.
    this.setMaxListeners(0)
    this.#options = options
    const { workers, firstPort, plainPorts } = options
    const share = Math.floor((plainPorts.max - plainPorts.min + 1) / workers)
    this.#slots = Array.from({ length: workers }, (_, index) => {
      const min = plainPorts.min + index * share
      const own = { min, max: min + share - 1 }
      return {
        index,
        port: firstPort + index,
        plainPorts: own,
        failures: 0,
        chosenAt: 0,
        state: { status: 'starting' },
      }
    })
  }

  get closed(): boolean {
    return this.#closing.signal.aborted
  }

  /** Whether a room can be opened now. */
  get ready(): boolean {
    return this.#up().length > 0
  }

  health(): WorkerHealth[] {
    return this.#slots.map(({ index, port, state }) => {
      const worker = state.status === 'up' ? state.worker : null
      return {
        ...{ index, port, status: state.status, pid: worker?.pid ?? null },
        ...{ consumers: worker?.load.consumers ?? 0, rooms: worker?.load.rooms ?? 0 },
        reason: state.status === 'waiting' ? state.reason : null,
        secondIpRefusal: worker?.secondIpRefusal ?? null,
      }
    })
  }

  /** The least loaded worker; waits for a replacement when all are down. Throws `NO_WORKER` or `CLOSED`. */
  async acquire({ timeoutMs = WAIT_FOR_WORKER_MS }: { timeoutMs?: number } = {}): Promise<MediaWorker> {
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = AbortSignal.any([timeout, this.#closing.signal])
    for (;;) {
      if (this.closed) throw new MediaError('CLOSED', 'The worker pool is closed.')
      const best = this.#choose()
      if (best !== null) return best
      try {
        await once(this, 'worker-up', { signal })
      } catch (cause) {
        if (timeout.aborted) throw new MediaError('NO_WORKER', 'No media worker came up in time.', { cause })
      }
    }
  }

  /** Idempotent. Ends every worker and with it every room; nothing is replaced any more. */
  close(): void {
    if (this.closed) return
    this.#closing.abort()
    for (const { state } of this.#slots) {
      if (state.status === 'up') state.worker.close()
      if (state.status === 'waiting') clearTimeout(state.retry)
    }
  }

  #choose(): MediaWorker | null {
    const [best] = this.#up().toSorted(
      (a, b) => a.worker.load.compare(b.worker.load) || a.slot.chosenAt - b.slot.chosenAt,
    )
    if (best === undefined) return null
    this.#choices += 1
    best.slot.chosenAt = this.#choices
    return best.worker
  }

  #up(): { slot: Slot; worker: MediaWorker }[] {
    return this.#slots.flatMap((slot) => {
      const { state } = slot
      return state.status === 'up' && !state.worker.closed ? [{ slot, worker: state.worker }] : []
    })
  }

  async #start(slot: Slot): Promise<void> {
    const { listenIp, announcedAddress, secondIp = null } = this.#options
    const { index, port, plainPorts } = slot
    const worker = await MediaWorker.create({ port, listenIp, announcedAddress, secondIp, plainPorts })
    if (this.closed) {
      worker.close()
      return
    }
    const sinceMs = performance.now()
    slot.state = { status: 'up', worker, sinceMs }
    worker.once('died', (error) => {
      const lifeMs = performance.now() - sinceMs
      slot.failures = lifeMs > HEALTHY_AFTER_MS ? 0 : slot.failures + 1
      this.#replace(slot, error.message)
      this.emit('worker-died', { index, pid: worker.pid, reason: error.message })
    })
    this.emit('worker-up', { index, pid: worker.pid, secondIpRefusal: worker.secondIpRefusal })
  }

  /** Returns how long it waits before the attempt. */
  #replace(slot: Slot, reason: string): number {
    // The first short life is not yet a row: a single crash is replaced at once.
    const attempt = Math.max(0, slot.failures - 1)
    const retryInMs = REPLACE_BACKOFF_MS[Math.min(attempt, REPLACE_BACKOFF_MS.length - 1)] ?? 0
    const retry = setTimeout(() => {
      slot.state = { status: 'starting' }
      void this.#start(slot).catch((error: unknown) => {
        if (this.closed) return
        slot.failures += 1
        const why = error instanceof Error ? error.message : String(error)
        const nextInMs = this.#replace(slot, why)
        this.emit('worker-not-replaced', { index: slot.index, reason: why, retryInMs: nextInMs })
      })
    }, retryInMs)
    slot.state = { status: 'waiting', retry, reason }
    return retryInMs
  }
}

function assertUsable({ workers, firstPort, listenIp, announcedAddress, plainPorts }: WorkerPoolOptions): void {
  const lastPort = firstPort + workers - 1
  if (workers < 1) throw new RangeError('At least one media worker is needed.')
  if (plainPorts.max - plainPorts.min + 1 < workers) throw new RangeError('Too few plain RTP ports.')
  if (plainPorts.min <= lastPort && plainPorts.max >= firstPort) {
    throw new RangeError(
      `Plain RTP ports ${plainPorts.min}–${plainPorts.max} overlap media ports ${firstPort}–${lastPort}.`,
    )
  }
  if ((listenIp === '0.0.0.0' || listenIp === '::') && announcedAddress === null) {
    throw new RangeError(`Listening on ${listenIp} needs an announced address: browsers cannot send to ${listenIp}.`)
  }
}
