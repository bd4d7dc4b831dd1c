import { Logger, makeWorkerUtils, run, type Runner, type TaskList, type WorkerUtils } from 'graphile-worker'
import pg from 'pg'
import type { z } from 'zod'
import type { Log } from '#server/usecases/ports.ts'

/** One of a kind at a time: they compute, and a live room on the same machine comes first. */
const CONCURRENT_JOBS = 1
/** With graphile's growing pauses, about ten minutes of tries. */
const MAX_ATTEMPTS = 6
const POLL_INTERVAL_MS = 2_000
const POOL_MAX_CONNECTIONS = 4

interface QueueOptions {
  pgPool: pg.Pool
  logger: Logger
}

/** A kind of order: its name in the database, and what stands in it. An area names its own beside the others here. */
export interface JobKind<Order> {
  name: string
  order: z.ZodType<Order>
}

interface Runs {
  run(payload: unknown, signal: AbortSignal | undefined): Promise<void>
  /** After the last try. */
  giveUp(payload: unknown, failure: string): Promise<void>
}

/** What carries out one kind of order. */
export interface JobTask extends Runs {
  name: string
}

/** Binds a kind of order to what carries it out, and to what is done once its last try has failed. */
export function jobTask<Order>(
  { name, order }: JobKind<Order>,
  task: {
    run(order: Order, signal: AbortSignal | undefined): Promise<void>
    giveUp?(order: Order, failure: string): Promise<void>
  },
): JobTask {
  return {
    name,
    run: (payload, signal) => task.run(order.parse(payload), signal),
    giveUp: async (payload, failure) => task.giveUp?.(order.parse(payload), failure),
  }
}

/** Orders kept in the database's own schema `graphile_worker`, and whoever in this process carries them out. */
export class JobQueue {
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

  /** Durable when resolved. Ordered again under the same key while it waits, it is done once. */
  async order<Order>({ name }: JobKind<Order>, order: Order, { key }: { key: string }): Promise<void> {
    await this.#utils.addJob(name, order, { jobKey: `${name}:${key}`, maxAttempts: MAX_ATTEMPTS })
  }

  /**
   * Begins to carry orders out, those of before included: one at a time among these kinds, beside the kinds of other
   * calls. A `signal` aborts when this process stops; that is no failure, the next start takes the order up anew.
   */
  async work(...tasks: readonly JobTask[]): Promise<void> {
    const runner = await run({
      ...this.#options,
      taskList: Object.fromEntries(tasks.map((task) => [task.name, carryOut(task)])),
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

function carryOut(task: Runs): NonNullable<TaskList[string]> {
  return async (payload, { job, abortSignal }) => {
    try {
      await task.run(payload, abortSignal)
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      if (job.attempts >= job.max_attempts && abortSignal?.aborted !== true) await task.giveUp(payload, failure)
      throw error
    }
  }
}

function toGraphileLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ message }, 'jobs')
    else if (level === 'warning') log.warn({ message }, 'jobs')
    else log.debug({ message }, 'jobs')
  })
}
