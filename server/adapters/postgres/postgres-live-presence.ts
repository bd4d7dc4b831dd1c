import { z } from 'zod'
import type { LivePresence } from '#server/usecases/activities/ports.ts'
import type { Database } from './database.ts'

const agendaMoved = z.object({ itemId: z.string() })

/** Counts from the logs of the running sessions who has come and not left. */
export class PostgresLivePresence implements LivePresence {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async presentCounts(activityIds: readonly string[]) {
    const rows = await this.#database.$queryRaw<{ activityId: string; present: number }[]>`
      SELECT s."activityId", count(*)::int AS present
      FROM seminar_session s
      JOIN LATERAL (
        SELECT DISTINCT ON (payload->>'participantId') type
        FROM timeline_event e
        WHERE e."sessionId" = s.id AND e.type IN ('participant.joined', 'participant.left')
        ORDER BY payload->>'participantId', seq DESC
      ) last ON last.type = 'participant.joined'
      WHERE s."endedAt" IS NULL AND s."activityId" = ANY(${[...activityIds]})
      GROUP BY s."activityId"`
    return new Map(rows.map(({ activityId, present }) => [activityId, present]))
  }

  async agendaItemId(sessionId: string) {
    const last = await this.#database.timelineEvent.findFirst({
      where: { sessionId, type: 'agenda.moved' },
      orderBy: { seq: 'desc' },
      select: { payload: true },
    })
    return last === null ? null : agendaMoved.parse(last.payload).itemId
  }
}
