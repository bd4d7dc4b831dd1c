import type { CalendarReads } from '#server/usecases/calendar/ports.ts'
import { conditionsOf } from './activity-conditions.ts'
import type { Database } from './database.ts'

export class PostgresCalendar implements CalendarReads {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async beginnings({ limit, ...query }: Parameters<CalendarReads['beginnings']>[0]) {
    const rows = await this.#database.activity.findMany({
      where: { AND: conditionsOf(query) },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: limit,
      select: { id: true, startsAt: true, isCityEvent: true },
    })
    return rows.map(({ startsAt, ...row }) => ({ ...row, startsAtEpochMs: startsAt.getTime() }))
  }

  async undecided(personId: string, activityIds: readonly string[]) {
    const rows = await this.#database.registration.findMany({
      where: { personId, activityId: { in: [...activityIds] }, state: { in: ['asked', 'waiting'] } },
      select: { activityId: true },
    })
    return new Set(rows.map(({ activityId }) => activityId))
  }

  async studioName(studioId: string) {
    const row = await this.#database.studio.findUnique({ where: { id: studioId }, select: { name: true } })
    return row?.name ?? null
  }

  async districts() {
    const rows = await this.#database.organisation.findMany({
      where: { kind: 'district' },
      orderBy: [{ shortName: 'asc' }, { id: 'asc' }],
      select: { id: true, shortName: true },
    })
    return rows.map(({ id, shortName }) => ({ id, name: shortName }))
  }
}
