import type { StripMinute } from '#core/contract/http-requests.ts'
import type { Strips } from '#server/usecases/desk/ports.ts'
import type { Database } from './database.ts'

export class PostgresStrips implements Strips {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async ofActivities(activityIds: readonly string[]): Promise<ReadonlyMap<string, StripMinute[]>> {
    const rows = await this.#database.$queryRaw<({ activityId: string } & StripMinute)[]>`
      SELECT s."activityId", e."atMs" / 60000 AS minute, count(*)::int AS events, bool_or(e.type = 'plan.edited') AS edited
      FROM (
        SELECT DISTINCT ON ("activityId") id, "activityId" FROM seminar_session
        WHERE "activityId" = ANY(${[...activityIds]}) ORDER BY "activityId", "zeroAt" DESC
      ) s
      JOIN timeline_event e ON e."sessionId" = s.id
      GROUP BY s."activityId", minute
      ORDER BY s."activityId", minute`
    const strips = new Map<string, StripMinute[]>()
    for (const { activityId, minute, events, edited } of rows) {
      const strip = strips.get(activityId) ?? []
      strip.push({ minute, events, edited })
      strips.set(activityId, strip)
    }
    return strips
  }
}
