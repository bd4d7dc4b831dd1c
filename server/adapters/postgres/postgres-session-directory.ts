import type { SessionDirectory, SessionFacts } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'

const factsSelect = {
  id: true,
  activityId: true,
  zeroAt: true,
  activity: { select: { title: true } },
} as const satisfies Prisma.SeminarSessionSelect

const toFacts = (row: Prisma.SeminarSessionGetPayload<{ select: typeof factsSelect }>): SessionFacts => ({
  sessionId: row.id,
  activityId: row.activityId,
  title: row.activity.title,
  zeroEpochMs: row.zeroAt.getTime(),
})

export class PostgresSessionDirectory implements SessionDirectory {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(sessionId: string) {
    const row = await this.#database.seminarSession.findUnique({ where: { id: sessionId }, select: factsSelect })
    return row === null ? null : toFacts(row)
  }

  async ofActivity(activityId: string) {
    const rows = await this.#database.seminarSession.findMany({
      where: { activityId },
      orderBy: { zeroAt: 'desc' },
      select: { ...factsSelect, endedAt: true },
    })
    const running = rows.find(({ endedAt }) => endedAt === null)
    return { running: running === undefined ? null : toFacts(running), wasHeld: rows.length > 0 }
  }

  async running() {
    const rows = await this.#database.seminarSession.findMany({ where: { endedAt: null }, select: factsSelect })
    return rows.map(toFacts)
  }

  async close(
    sessionId: string,
    { endedAtEpochMs, durationMs }: { endedAtEpochMs: number; durationMs: number },
  ): Promise<void> {
    await this.#database.$transaction(async (tx) => {
      const { count } = await tx.seminarSession.updateMany({
        where: { id: sessionId, endedAt: null },
        data: { endedAt: new Date(endedAtEpochMs), durationMs },
      })
      if (count === 0) return
      await tx.activity.updateMany({
        where: { sessions: { some: { id: sessionId } }, state: 'live' },
        data: { state: 'ended' },
      })
    })
  }
}
