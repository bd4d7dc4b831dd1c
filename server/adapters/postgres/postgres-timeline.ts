import pg from 'pg'
import { parseTimelineEvent, type TimelineEvent } from '#core/contract/timeline.ts'
import type { AppendOutcome, TimelineEntry, TimelineStore } from '#server/usecases/seminar/ports.ts'
import { poolOf, type Database } from './database.ts'

const UNIQUE_VIOLATION = '23505'

const APPEND = `
  INSERT INTO timeline_event ("sessionId", seq, "atMs", type, "actorId", payload, "dedupeKey")
  SELECT $1, r.seq, r."atMs", r.type, r."actorId", r.payload, r."dedupeKey"
  FROM jsonb_to_recordset($2::jsonb)
    AS r(seq int, "atMs" int, type text, "actorId" text, payload jsonb, "dedupeKey" text)`

/** The log of sessions. It is the busiest table of a live room: written by a prepared statement, past Prisma (0.9 ms of CPU). */
export class PostgresTimeline implements TimelineStore {
  readonly #database: Database
  readonly #pool: pg.Pool

  constructor(database: Database) {
    this.#database = database
    this.#pool = poolOf(database)
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

  /** One statement, so all or nothing: the table's keys refuse a place or a dedupe key that is taken. */
  async append(sessionId: string, entries: readonly TimelineEntry[]): Promise<AppendOutcome> {
    const rows = entries.map(({ event, dedupeKey }) => ({ ...event, dedupeKey }))
    try {
      await this.#pool.query({ name: 'timeline-append', text: APPEND, values: [sessionId, JSON.stringify(rows)] })
      return 'appended'
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return 'conflict'
      throw error
    }
  }
}
