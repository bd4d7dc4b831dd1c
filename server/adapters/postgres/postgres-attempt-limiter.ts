import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { AttemptLimiter } from '#server/usecases/identity/ports.ts'
import type { Database } from './database.ts'

const STALE_AFTER_MS = 24 * 3_600_000

/** In the database, so that all nodes count together and a restart forgives nothing. One statement per attempt: no races. */
export class PostgresAttemptLimiter implements AttemptLimiter {
  readonly #database: Database
  readonly #clock: Clock
  readonly #ids: Ids

  constructor({ database, clock, ids }: { database: Database; clock: Clock; ids: Ids }) {
    this.#database = database
    this.#clock = clock
    this.#ids = ids
  }

  async consume(key: string, { max, windowMs }: { max: number; windowMs: number }) {
    const now = this.#clock.nowEpochMs()
    const windowStart = now - windowMs
    const rows = await this.#database.$queryRaw<{ count: number }[]>`
      INSERT INTO rate_limit AS kept (id, key, count, "lastRequest")
      VALUES (${this.#ids.next()}, ${key}, 1, ${now})
      ON CONFLICT (key) DO UPDATE
        SET count = CASE WHEN kept."lastRequest" <= ${windowStart} THEN 1 ELSE kept.count + 1 END, "lastRequest" = ${now}
        WHERE kept.count < ${max} OR kept."lastRequest" <= ${windowStart}
      RETURNING count`
    if (rows.length === 0) return { allowed: false as const, retryAfterMs: await this.#retryAfterMs(key, windowMs) }
    if (rows[0]?.count === 1) await this.#dropStale(now)
    return { allowed: true as const }
  }

  async giveBack(key: string): Promise<void> {
    await this.#database.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
  }

  async forget(key: string): Promise<void> {
    await this.#database.rateLimit.deleteMany({ where: { key } })
  }

  async #retryAfterMs(key: string, windowMs: number): Promise<number> {
    const row = await this.#database.rateLimit.findUnique({ where: { key }, select: { lastRequest: true } })
    if (row === null) return 0
    return Math.max(0, Number(row.lastRequest) + windowMs - this.#clock.nowEpochMs())
  }

  async #dropStale(now: number): Promise<void> {
    await this.#database.rateLimit.deleteMany({ where: { lastRequest: { lt: now - STALE_AFTER_MS } } })
  }
}
