import type { Reminders } from '#server/usecases/mail/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { Database } from './database.ts'
import { addNotifications } from './notification-rows.ts'

type Reminded = { activityId: string; personId: string; title: string; startsAt: Date }

export class PostgresReminders implements Reminders {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  /** The row of `reminder` is what nobody writes twice: two processes that look at once tell each person once. */
  remind({ lead, leadMs, afterMs, nowEpochMs }: Parameters<Reminders['remind']>[0]): Promise<number> {
    const from = new Date(nowEpochMs + afterMs)
    const horizon = new Date(nowEpochMs + leadMs)
    return this.#database.$transaction(async (client) => {
      const reminded = await client.$queryRaw<Reminded[]>`
        WITH told AS (
          INSERT INTO reminder ("activityId", "personId", "startsAt", lead)
          SELECT a.id, r."personId", a."startsAt", ${lead}
          FROM activity a JOIN registration r ON r."activityId" = a.id AND r.state = 'registered'
          WHERE a.state = 'published' AND a."startsAt" > ${from} AND a."startsAt" <= ${horizon}
            AND r."cancelledAt" IS NULL
            AND r."askedAt" < a."startsAt" - ${leadMs} * interval '1 millisecond'
          ON CONFLICT DO NOTHING
          RETURNING "activityId", "personId", "startsAt"
        )
        SELECT told.*, a.title FROM told JOIN activity a ON a.id = told."activityId"`
      await addNotifications(
        client,
        reminded.map(({ activityId, personId, title, startsAt }) => ({
          personId,
          kind: `reminder.${lead}` as const,
          params: { activityId, title, startsAt: startsAt.toISOString() },
        })),
        this.#deps,
      )
      return reminded.length
    })
  }
}
