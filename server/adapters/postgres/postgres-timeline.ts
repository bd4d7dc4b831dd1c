import { parseTimelineEvent, type TimelineEvent } from '#core/contract/timeline.ts'
import type { AppendOutcome, TimelineEntry, TimelineStore } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'

/** The log of sessions. Written by whole statements in SQL: it is the busiest table of a live room. */
export class PostgresTimeline implements TimelineStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async after(sessionId: string, { afterSeq, limit }: { afterSeq: number; limit: number }): Promise<TimelineEvent[]> {
    const rows = await this.#database.timelineEvent.findMany({
      where: { sessionId, seq: { gt: afterSeq } },
      orderBy: { seq: 'asc' },
      take: limit,
      select: { seq: true, atMs: true, type: true, actorId: true, payload: true },
    })
    return rows.map(parseTimelineEvent)
  }

  /** One statement, so all or nothing; what is there already, by place or by key, makes it write none of them. */
  async append(sessionId: string, entries: readonly TimelineEntry[]): Promise<AppendOutcome> {
    const rows = entries.map(({ event, dedupeKey }) => ({ ...event, dedupeKey }))
    const firstSeq = entries[0]?.event.seq ?? 1
    const keys = entries.flatMap(({ dedupeKey }) => dedupeKey ?? [])
    try {
      const written = await this.#database.$executeRaw`
        INSERT INTO timeline_event ("sessionId", seq, "atMs", type, "actorId", payload, "dedupeKey")
        SELECT ${sessionId}, r.seq, r."atMs", r.type, r."actorId", r.payload, r."dedupeKey"
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r(seq int, "atMs" int, type text, "actorId" text, payload jsonb, "dedupeKey" text)
        WHERE (${firstSeq} = 1 OR EXISTS (SELECT 1 FROM timeline_event WHERE "sessionId" = ${sessionId} AND seq = ${firstSeq - 1}))
          AND NOT EXISTS (SELECT 1 FROM timeline_event WHERE "sessionId" = ${sessionId} AND seq >= ${firstSeq})
          AND NOT EXISTS (SELECT 1 FROM timeline_event WHERE "sessionId" = ${sessionId} AND "dedupeKey" = ANY(${keys}))`
      return written === entries.length ? 'appended' : 'conflict'
    } catch (error) {
      // Two writers in the same instant: the table's keys let one through.
      if (isUniqueViolation(error)) return 'conflict'
      throw error
    }
  }
}

/** PostgreSQL's `unique_violation`, which Prisma wraps (P2010 for raw statements) with the driver's error inside. */
function isUniqueViolation(error: unknown): boolean {
  for (let cause: unknown = error; typeof cause === 'object' && cause !== null;) {
    if ('originalCode' in cause && cause.originalCode === '23505') return true
    if ('code' in cause && (cause.code === '23505' || cause.code === 'P2002')) return true
    if ('meta' in cause && typeof cause.meta === 'object') cause = cause.meta && unwrapped(cause.meta)
    else cause = 'cause' in cause ? cause.cause : undefined
  }
  return false
}

const unwrapped = (meta: object): unknown =>
  'driverAdapterError' in meta ? meta.driverAdapterError : 'code' in meta ? { code: meta.code } : undefined
