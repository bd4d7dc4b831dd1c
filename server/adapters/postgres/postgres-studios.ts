import { titleLevel } from '#core/contract/activity.ts'
import type { StudioRoom } from '#core/contract/studio-room.ts'
import { CITY_SCHOOLS, studioKind, type StudioFilter } from '#core/contract/studio-filter.ts'
import type { AuditEntry, Clock, Ids } from '#server/usecases/ports.ts'
import type { StudioQuery, Studios, StudioSummary } from '#server/usecases/studios/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { districtOf, organisationSelect, personSelect, toPersonSummary } from './person-rows.ts'
import { studioHas } from './search-conditions.ts'

const studioSelect = {
  id: true,
  name: true,
  kind: true,
  level: true,
  subject: true,
  openedYear: true,
  motto: true,
  hostSchool: { select: organisationSelect },
  master: { select: personSelect },
  _count: {
    select: {
      memberships: { where: { state: 'active' } },
      activities: { where: { state: { in: ['published', 'live', 'ended'] } } },
    },
  },
} as const satisfies Prisma.StudioSelect

type StudioRow = Prisma.StudioGetPayload<{ select: typeof studioSelect }>

function toSummary(row: StudioRow): StudioSummary {
  return {
    id: row.id,
    name: row.name,
    kind: studioKind.parse(row.kind),
    level: titleLevel.parse(row.level),
    subject: row.subject,
    district: districtOf(row.hostSchool)?.shortName ?? '',
    school: row.hostSchool.name,
    openedYear: row.openedYear,
    motto: row.motto,
    master: toPersonSummary(row.master),
    memberCount: row._count.memberships,
    activityCount: row._count.activities,
  }
}

const traitSelect = {
  kind: true,
  level: true,
  subject: true,
  hostSchool: { select: organisationSelect },
  master: { select: { stage: true } },
} as const satisfies Prisma.StudioSelect

function toTraits(row: Prisma.StudioGetPayload<{ select: typeof traitSelect }>) {
  const district = districtOf(row.hostSchool)
  return {
    kind: studioKind.parse(row.kind),
    level: titleLevel.parse(row.level),
    subject: row.subject,
    stage: row.master.stage ?? '',
    districtId: district?.id ?? CITY_SCHOOLS,
    districtName: district?.shortName ?? null,
  }
}

/** The same answer as `districtOf`. */
const inDistrict = (districtId: string): Prisma.StudioWhereInput =>
  districtId === CITY_SCHOOLS
    ? { hostSchool: { kind: { not: 'district' }, OR: [{ parentId: null }, { parent: { kind: { not: 'district' } } }] } }
    : { hostSchool: { OR: [{ id: districtId, kind: 'district' }, { parent: { id: districtId, kind: 'district' } }] } }

function narrowedTo({ kind, level, districtId, stage, subject }: StudioFilter): Prisma.StudioWhereInput[] {
  return [
    ...(kind === undefined ? [] : [{ kind }]),
    ...(level === undefined ? [] : [{ level }]),
    ...(subject === undefined ? [] : [{ subject }]),
    ...(stage === undefined ? [] : [{ master: { stage } }]),
    ...(districtId === undefined ? [] : [inDistrict(districtId)]),
  ]
}

export class PostgresStudios implements Studios {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  async facts(studioId: string) {
    const row = await this.#database.studio.findUnique({
      where: { id: studioId },
      select: { kind: true, masterId: true, hostSchool: { select: organisationSelect } },
    })
    if (row === null) return null
    const districtId = districtOf(row.hostSchool)?.id ?? null
    return {
      kind: studioKind.parse(row.kind),
      resource: { kind: 'studio' as const, studioId, districtId, masterId: row.masterId },
    }
  }

  async summary(studioId: string) {
    const row = await this.#database.studio.findUnique({ where: { id: studioId }, select: studioSelect })
    return row === null ? null : toSummary(row)
  }

  async members(studioId: string) {
    const rows = await this.#database.membership.findMany({
      where: { studioId, state: 'active' },
      orderBy: [{ since: 'asc' }, { id: 'asc' }],
      select: { since: true, person: { select: personSelect } },
    })
    return rows.flatMap(({ since, person }) =>
      since === null ? [] : [{ person: toPersonSummary(person), sinceEpochMs: since.getTime() }],
    )
  }

  async traits(search: string | undefined) {
    const where = search === undefined ? {} : { AND: studioHas(search) }
    return (await this.#database.studio.findMany({ where, select: traitSelect })).map(toTraits)
  }

  async list({ search, after, limit, ...filter }: StudioQuery) {
    const conditions = [...(search === undefined ? [] : studioHas(search)), ...narrowedTo(filter)]
    if (after !== null) conditions.push({ OR: [{ name: { gt: after[0] } }, { name: after[0], id: { gt: after[1] } }] })
    const rows = await this.#database.studio.findMany({
      where: { AND: conditions },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit,
      select: studioSelect,
    })
    return rows.map(toSummary)
  }

  async room(studioId: string): Promise<StudioRoom | null> {
    const row = await this.#database.studio.findUnique({
      where: { id: studioId },
      select: { plateOn: true, roomPlace: true, equipment: true, bookCount: true },
    })
    if (row === null) return null
    const { plateOn, roomPlace: place, equipment, bookCount: books } = row
    return { plateOn: plateOn === null ? null : plateOn.toISOString().slice(0, 10), place, equipment, books }
  }

  async setRoom(studioId: string, { room, audit }: { room: StudioRoom; audit: AuditEntry }) {
    const { plateOn, place, equipment, books } = room
    const data = { plateOn: plateOn === null ? null : new Date(`${plateOn}T00:00:00Z`), roomPlace: place }
    await this.#database.$transaction(async (transaction) => {
      const where = { id: studioId }
      await transaction.studio.update({ where, data: { ...data, equipment, bookCount: books }, select: { id: true } })
      await writeAudit(transaction, audit, this.#deps)
    })
  }

  async followers(studioId: string, { personId }: { personId: string | null }) {
    const [count, own] = await Promise.all([
      this.#database.studioFollower.count({ where: { studioId } }),
      personId === null ? 0 : this.#database.studioFollower.count({ where: { studioId, personId } }),
    ])
    return { count, isFollowed: own > 0 }
  }

  async setFollowing(studioId: string, { personId, follows, sinceEpochMs }: Parameters<Studios['setFollowing']>[1]) {
    if (!follows) await this.#database.studioFollower.deleteMany({ where: { studioId, personId } })
    else {
      const data = [{ studioId, personId, since: new Date(sinceEpochMs) }]
      await this.#database.studioFollower.createMany({ data, skipDuplicates: true })
    }
  }

  async setMotto(studioId: string, { motto, audit }: { motto: string; audit: AuditEntry }) {
    await this.#database.$transaction(async (transaction) => {
      await transaction.studio.update({ where: { id: studioId }, data: { motto }, select: { id: true } })
      await writeAudit(transaction, audit, this.#deps)
    })
  }
}
