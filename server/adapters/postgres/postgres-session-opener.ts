import type { SessionOpener } from '#server/usecases/activities/ports.ts'
import type { Database } from './database.ts'

/** Writes the first line of a session's log. The key (session, seq) lets only one stand. */
export class PostgresSessionOpener implements SessionOpener {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async opened({ sessionId, activityId, title }: { sessionId: string; activityId: string; title: string }) {
    const payload = { activityId, title }
    await this.#database.timelineEvent.createMany({
      data: [{ sessionId, seq: 1, atMs: 0, type: 'session.opened', payload }],
      skipDuplicates: true,
    })
  }
}
