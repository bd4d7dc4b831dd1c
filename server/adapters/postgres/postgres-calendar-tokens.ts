import type { CalendarTokens } from '#server/usecases/calendar/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database } from './database.ts'

export class PostgresCalendarTokens implements CalendarTokens {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  async of(personId: string) {
    const row = await this.#database.calendarFeed.findUnique({ where: { personId }, select: { token: true } })
    return row?.token ?? null
  }

  async ownerOf(token: string) {
    const row = await this.#database.calendarFeed.findUnique({ where: { token }, select: { personId: true } })
    return row?.personId ?? null
  }

  async put(personId: string, { token, audit }: Parameters<CalendarTokens['put']>[1]) {
    const madeAt = new Date(this.#deps.clock.nowEpochMs())
    await this.#database.$transaction(async (transaction) => {
      await transaction.calendarFeed.upsert({
        where: { personId },
        create: { personId, token, madeAt },
        update: { token, madeAt },
        select: { personId: true },
      })
      await writeAudit(transaction, audit, this.#deps)
    })
  }

  async drop(personId: string, { audit }: Parameters<CalendarTokens['drop']>[1]) {
    await this.#database.$transaction(async (transaction) => {
      const { count } = await transaction.calendarFeed.deleteMany({ where: { personId } })
      if (count > 0) await writeAudit(transaction, audit, this.#deps)
    })
  }
}
