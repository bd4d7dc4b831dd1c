import type { Activities, ActivityQuery, ActivityRecord } from '#server/usecases/activities/ports.ts'
import { activitySelect, recordSelect, toActivityRecord, toActivitySummary } from './activity-rows.ts'
import { conditionsOf } from './activity-conditions.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'

const groupSelect = {
  masterId: true,
  memberships: { where: { state: 'active' }, select: { personId: true } },
} as const satisfies Prisma.StudioSelect

/** More would be no help to whoever looks for a time. */
const CLASHES_MAX = 20

export class PostgresActivities implements Activities {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async record(activityId: string): Promise<ActivityRecord | null> {
    const [record] = await this.records([activityId])
    return record ?? null
  }

  async records(activityIds: readonly string[]): Promise<ActivityRecord[]> {
    if (activityIds.length === 0) return []
    const [rows, sessions, districts] = await Promise.all([
      this.#database.activity.findMany({
        where: { id: { in: [...new Set(activityIds)] } },
        select: {
          ...activitySelect,
          ...recordSelect,
          studioId: true,
          studio: { select: { ...activitySelect.studio.select, ...groupSelect } },
        },
      }),
      this.#newestSessions(activityIds),
      this.#districts(),
    ])
    return rows.map(({ studio, ...row }) => {
      const { masterId, memberships, ...card } = studio ?? { masterId: null, memberships: [] }
      const group = [...(masterId === null ? [] : [masterId]), ...memberships.map(({ personId }) => personId)]
      const { organisation } = row.host
      return toActivityRecord(row, {
        summary: toActivitySummary({ ...row, studio: 'id' in card ? card : null }, districts),
        schoolId: organisation.kind === 'school' ? organisation.id : null,
        studioId: row.studioId,
        districtId: row.districtId,
        groupIds: new Set(group),
        sessionId: sessions.get(row.id) ?? null,
      })
    })
  }

  async list(query: ActivityQuery) {
    const direction = query.order === 'soonest-first' ? 'asc' : 'desc'
    const [rows, districts] = await Promise.all([
      this.#database.activity.findMany({
        where: { AND: conditionsOf(query) },
        orderBy: [{ startsAt: direction }, { id: direction }],
        take: query.limit,
        select: activitySelect,
      }),
      this.#districts(),
    ])
    return rows.map((row) => toActivitySummary(row, districts))
  }

  async clashes({ fromEpochMs, toEpochMs, personIds, exceptId }: Parameters<Activities['clashes']>[0]) {
    const among = { in: [...personIds] }
    const rows = await this.#database.activity.findMany({
      where: {
        state: { in: ['published', 'live'] },
        startsAt: { lt: new Date(toEpochMs) },
        endsAt: { gt: new Date(fromEpochMs) },
        ...(exceptId === null ? {} : { id: { not: exceptId } }),
        OR: [{ hostId: among }, { roles: { some: { personId: among } } }],
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: CLASHES_MAX,
      select: {
        id: true,
        host: { select: { id: true, name: true } },
        roles: { where: { personId: among }, select: { person: { select: { id: true, name: true } } } },
      },
    })
    return rows.map(({ id, host, roles }) => {
      const named = new Map(roles.map(({ person }) => [person.id, person.name]))
      if (personIds.includes(host.id)) named.set(host.id, host.name)
      return { activityId: id, names: [...named.values()] }
    })
  }

  async planText(activityId: string): Promise<string> {
    const plan = await this.#database.lessonPlan.findUnique({ where: { activityId }, select: { text: true } })
    return plan?.text ?? ''
  }

  /** The running one of each activity, else the newest. */
  async #newestSessions(activityIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#database.seminarSession.findMany({
      where: { activityId: { in: [...activityIds] } },
      orderBy: [{ activityId: 'asc' }, { endedAt: { sort: 'desc', nulls: 'first' } }],
      distinct: ['activityId'],
      select: { id: true, activityId: true },
    })
    return new Map(rows.map(({ id, activityId }) => [activityId, id]))
  }

  /** A dozen rows: an activity keeps only the id. */
  async #districts(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#database.organisation.findMany({
      where: { kind: 'district' },
      select: { id: true, shortName: true },
    })
    return new Map(rows.map(({ id, shortName }) => [id, shortName]))
  }
}
