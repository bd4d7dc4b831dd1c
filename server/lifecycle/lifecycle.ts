import type { Logger } from '#server/observability/logger.ts'

export interface StopStep {
  name: string
  /** After this the next step begins all the same. */
  deadlineMs: number
  stop: () => Promise<void> | void
}

/** The process was asked to stop while it was still starting. */
export class StopRequested extends Error {
  constructor() {
    super('asked to stop while starting')
    this.name = 'StopRequested'
  }
}

/** What was opened while starting, to be closed in reverse when stopping. */
export class Lifecycle {
  readonly #log: () => Logger
  readonly #steps: StopStep[] = []
  readonly #stopping = new AbortController()
  #stopped: Promise<'clean' | 'incomplete'> | undefined

  /** `log` is asked for when it is needed: the lifecycle is older than the configuration. */
  constructor({ log }: { log: () => Logger }) {
    this.#log = log
  }

  /** Aborted from the moment that stopping is asked for. */
  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  /** Call it right after opening something. Later registered is earlier stopped. */
  onStop(step: StopStep): void {
    this.#steps.push(step)
  }

  /** Asks to stop; the start ends at its next `checkpoint()`. */
  requestStop(): void {
    this.#stopping.abort(new StopRequested())
  }

  /** @throws StopRequested when stopping was asked for. Call it between the steps of the start. */
  checkpoint(): void {
    this.signal.throwIfAborted()
  }

  /**
   * Idempotent. Runs every step, last registered first, each within its deadline; a step that fails does not keep
   * the others from running. Answers `incomplete` when one failed or was too late. Never rejects.
   */
  stop(): Promise<'clean' | 'incomplete'> {
    this.requestStop()
    this.#stopped ??= this.#runSteps()
    return this.#stopped
  }

  async #runSteps(): Promise<'clean' | 'incomplete'> {
    let outcome: 'clean' | 'incomplete' = 'clean'
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      const startedAtMs = performance.now()
      try {
        await withinDeadline(step)
        this.#log().info({ step: step.name, durationMs: Math.round(performance.now() - startedAtMs) }, 'stopped')
      } catch (error) {
        outcome = 'incomplete'
        this.#log().error({ step: step.name, err: error }, 'stop_failed')
      }
    }
    return outcome
  }
}

async function withinDeadline({ stop, deadlineMs }: StopStep): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not stopped within ${deadlineMs} ms`)), deadlineMs)
  })
  try {
    await Promise.race([stop(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
