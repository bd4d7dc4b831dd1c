import { Logger, makeWorkerUtils, run, type Runner, type TaskList, type WorkerUtils } from 'graphile-worker'
import pg from 'pg'
import type { Log } from '#server/usecases/ports.ts'
import type { ImportJobs } from '#server/usecases/import/ports.ts'
import type { RecordingJobs } from '#server/usecases/recording/ports.ts'

/** One of a kind at a time: they compute, and a live room on the same machine comes first. */
const CONCURRENT_JOBS = 1
/** With graphile's growing pauses, about ten minutes of tries. */
const MAX_ATTEMPTS = 6
const POLL_INTERVAL_MS = 2_000
const POOL_MAX_CONNECTIONS = 4
const FINALIZE = 'finalize-recording'
const IMPORT = 'import-people'

interface QueueOptions {
  pgPool: pg.Pool
  logger: Logger
}

export interface FinalizeTask {
  finalize(order: { recordingId: string; signal?: AbortSignal }): Promise<void>
  /** After the last try. */
  giveUp(order: { recordingId: string; failure: string }): Promise<void>
}

export interface ImportTask {
  run(batchId: string): Promise<void>
  /** After the last try. */
  giveUp(batchId: string): Promise<void>
}

/** Orders kept in the database's own schema `graphile_worker`, and whoever in this process carries them out. */
export class JobQueue implements RecordingJobs, ImportJobs {
  readonly #options: QueueOptions
  readonly #utils: WorkerUtils
  readonly #runners: Runner[] = []
  #closed: Promise<void> | undefined

  /** Makes the schema where it is missing. */
  static async open({ connectionString, log }: { connectionString: string; log: Log }): Promise<JobQueue> {
    const pgPool = new pg.Pool({ connectionString, max: POOL_MAX_CONNECTIONS })
    const report = (error: Error) => log.warn({ err: error }, 'jobs_connection_lost')
    pgPool.on('error', report).on('connect', (client) => void client.on('error', report))
    const options = { pgPool, logger: toGraphileLogger(log) }
    const utils = await makeWorkerUtils(options)
    await utils.migrate()
    return new JobQueue(options, utils)
  }

  private constructor(options: QueueOptions, utils: WorkerUtils) {
    this.#options = options
    this.#utils = utils
  }

  async finalize(recordingId: string): Promise<void> {
    const order = { jobKey: `${FINALIZE}:${recordingId}`, maxAttempts: MAX_ATTEMPTS }
    await this.#utils.addJob(FINALIZE, { recordingId }, order)
  }

  async orderImport(batchId: string): Promise<void> {
    await this.#utils.addJob(IMPORT, { batchId }, { jobKey: `${IMPORT}:${batchId}`, maxAttempts: MAX_ATTEMPTS })
  }

  /** Begins to carry orders out, those of before included. */
  async work({ finalize, giveUp }: FinalizeTask): Promise<void> {
    const taskList: TaskList = {
      [FINALIZE]: async (payload, { job, abortSignal }) => {
        const recordingId = textOf(payload, 'recordingId')
        try {
          await finalize({ recordingId, ...(abortSignal === undefined ? {} : { signal: abortSignal }) })
        } catch (error) {
          const failure = error instanceof Error ? error.message : String(error)
          // Cut short by our own stop is no failure: the next start orders it anew.
          if (job.attempts >= job.max_attempts && abortSignal?.aborted !== true) await giveUp({ recordingId, failure })
          throw error
        }
      },
    }
    await this.#begin(taskList)
  }

  /** Beside the recordings: somebody sits before the page and waits. */
  async workOnImports(task: ImportTask): Promise<void> {
    await this.#begin({
      [IMPORT]: async (payload, { job, abortSignal }) => {
        const batchId = textOf(payload, 'batchId')
        try {
          await task.run(batchId)
        } catch (error) {
          if (job.attempts >= job.max_attempts && abortSignal?.aborted !== true) await task.giveUp(batchId)
          throw error
        }
      },
    })
  }

  async #begin(taskList: TaskList): Promise<void> {
    const runner = await run({
      ...this.#options,
      taskList,
      concurrency: CONCURRENT_JOBS,
      pollInterval: POLL_INTERVAL_MS,
      // A job can be run again from where it was: whoever stops the service does not wait for it.
      gracefulShutdownAbortTimeout: 0,
      noHandleSignals: true,
    })
    this.#runners.push(runner)
  }

  /** Idempotent. A job that runs is cut short and done again after the next start. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close())
  }

  async #close(): Promise<void> {
    await Promise.all(this.#runners.map((runner) => runner.stop()))
    await this.#utils.release()
    // graphile does not wait for the note that a job was cut short: whose connection it is, waits for it here.
    await this.#options.pgPool.end()
  }
}

function textOf(payload: unknown, name: string): string {
  const value: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined
  if (typeof value !== 'string') throw new Error(`A job without its ${name}.`)
  return value
}

function toGraphileLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ message }, 'jobs')
    else if (level === 'warning') log.warn({ message }, 'jobs')
    else log.debug({ message }, 'jobs')
  })
}
