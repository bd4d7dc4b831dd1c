import * as Y from 'yjs'
import type { PersonColour } from '#core/contract/fields.ts'
import type { Clock, Log } from '#server/usecases/ports.ts'
import type { PlanStore, PlanUpdateDraft } from '#server/usecases/plans/ports.ts'

/** Updates of this long are written together: typing costs the disk a dozen writes a second, not a hundred. */
const GROUP_COMMIT_MS = 60
const RETRY_FIRST_MS = 250
const RETRY_MAX_MS = 5_000

export interface PendingUpdate extends PlanUpdateDraft {
  author: { name: string; colour: PersonColour } | null
  /** Title of the section that it touched. */
  section: string | null
}

export interface PlanWriterEvents {
  /** All of `updates` are on disk. In order, each update in exactly one call. */
  onSaved(saved: { updates: readonly PendingUpdate[]; lastSeq: number; atEpochMs: number }): void
  /** Once per outage; what was not written is tried again until it is. */
  onFailing(): void
}

interface PlanWriterOptions {
  planId: string
  lastSeq: number
  deps: { plans: PlanStore; clock: Clock; log: Log }
  events: PlanWriterEvents
}

/** Appends the updates of one open plan to its log: in order, grouped, retried without end, nothing left out. */
export class PlanWriter {
  readonly #options: PlanWriterOptions
  #pending: PendingUpdate[] = []
  #lastSeq: number
  #addedCount = 0
  #savedCount = 0
  #isRunning = false
  #isClosing = false
  #endWait: (() => void) | null = null
  readonly #waiters: { untilCount: number; resolve: () => void }[] = []

  constructor(options: PlanWriterOptions) {
    this.#options = options
    this.#lastSeq = options.lastSeq
  }

  /** Number of the newest update on disk. */
  get lastSeq(): number {
    return this.#lastSeq
  }

  /** How many were added so far; a position for `hasSaved`. */
  get addedCount(): number {
    return this.#addedCount
  }

  hasSaved(count: number): boolean {
    return this.#savedCount >= count
  }

  add(update: PendingUpdate): void {
    this.#pending.push(update)
    this.#addedCount += 1
    if (!this.#isRunning) void this.#run()
  }

  /** Resolves when everything added until now is on disk; waits for as long as the database is away. */
  flushed(): Promise<void> {
    if (this.hasSaved(this.#addedCount)) return Promise.resolve()
    return new Promise((resolve) => this.#waiters.push({ untilCount: this.#addedCount, resolve }))
  }

  /** Writes at once from now on, without waiting for company, and tries a failing database without pauses. */
  hurry(): void {
    this.#isClosing = true
    this.#endWait?.()
  }

  /** Never rejects. */
  async #run(): Promise<void> {
    this.#isRunning = true
    let retryMs = RETRY_FIRST_MS
    while (this.#pending.length > 0) {
      await this.#wait(retryMs === RETRY_FIRST_MS ? GROUP_COMMIT_MS : retryMs)
      const written = await this.#writeGroup({ isRetry: retryMs !== RETRY_FIRST_MS })
      retryMs = written ? RETRY_FIRST_MS : Math.min(retryMs * 2, RETRY_MAX_MS)
    }
    this.#isRunning = false
  }

  async #writeGroup({ isRetry }: { isRetry: boolean }): Promise<boolean> {
    const { deps, events, planId } = this.#options
    const group = this.#pending
    this.#pending = []
    const merged = mergeByAuthor(group)
    try {
      const { lastSeq } = await deps.plans.append(planId, merged)
      this.#lastSeq = lastSeq
      this.#savedCount += group.length
      events.onSaved({ updates: merged, lastSeq, atEpochMs: deps.clock.nowEpochMs() })
      this.#resolveWaiters()
      return true
    } catch (err) {
      // Also after an answer that was lost: an update that stands in the log twice changes nothing (decision 004).
      this.#pending = [...group, ...this.#pending]
      if (!isRetry) events.onFailing()
      deps.log.warn({ err, planId, pendingCount: this.#pending.length }, 'plan_append_failed')
      return false
    }
  }

  #wait(ms: number): Promise<void> {
    if (this.#isClosing && ms === GROUP_COMMIT_MS) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#isClosing ? RETRY_FIRST_MS : ms)
      this.#endWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #resolveWaiters(): void {
    for (let index = this.#waiters.length - 1; index >= 0; index -= 1) {
      const waiter = this.#waiters[index]
      if (waiter === undefined || !this.hasSaved(waiter.untilCount)) continue
      this.#waiters.splice(index, 1)
      waiter.resolve()
    }
  }
}

/** Neighbours of one author and one section become one line of the log, at the time of the last of them. */
function mergeByAuthor(group: readonly PendingUpdate[]): PendingUpdate[] {
  const runs: PendingUpdate[][] = []
  for (const update of group) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous?.personId === update.personId && previous.section === update.section) run.push(update)
    else runs.push([update])
  }
  return runs.flatMap((run) => {
    const last = run.at(-1)
    if (last === undefined) return []
    return [run.length === 1 ? last : { ...last, update: Y.mergeUpdatesV2(run.map(({ update }) => update)) }]
  })
}
