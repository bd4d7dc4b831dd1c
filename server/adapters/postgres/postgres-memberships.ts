import { z } from 'zod'
import { titleLevel } from '#core/contract/activity.ts'
import { endedMembershipState, openMembershipState } from '#core/contract/memberships.ts'
import { limitOf } from '#core/domain/membership/group-limit.ts'
import type { GroupRow, MembershipHead, Memberships, Places } from '#server/usecases/memberships/ports.ts'
import type { Database, Queryable } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { personSelect, toPersonSummary } from './person-rows.ts'

const membershipState = z.enum([...openMembershipState.options, 'active', ...endedMembershipState.options])
const OPEN = [...openMembershipState.options, 'active']
const ENDED = [...endedMembershipState.options]

const activeCount = { memberships: { where: { state: 'active' } } }
const placesSelect = {
  memberLimit: true,
  _count: { select: activeCount },
} as const satisfies Prisma.StudioSelect

const toPlaces = ({ memberLimit, _count }: Prisma.StudioGetPayload<{ select: typeof placesSelect }>): Places => ({
  taken: _count.memberships,
  limit: limitOf(memberLimit),
})

/** Of a studio that there is. */
export async function placesIn(queryable: Queryable, studioId: string): Promise<Places> {
  return toPlaces(await queryable.studio.findUniqueOrThrow({ where: { id: studioId }, select: placesSelect }))
}

const groupSelect = {
  id: true,
  state: true,
  version: true,
  reason: true,
  since: true,
  proposedAt: true,
  endedAt: true,
  endReason: true,
  person: { select: personSelect },
} as const satisfies Prisma.MembershipSelect

const toGroupRow = (row: Prisma.MembershipGetPayload<{ select: typeof groupSelect }>): GroupRow => ({
  id: row.id,
  person: toPersonSummary(row.person),
  state: membershipState.parse(row.state),
  version: row.version,
  reason: row.reason,
  sinceEpochMs: row.since?.getTime() ?? null,
  proposedAtEpochMs: row.proposedAt?.getTime() ?? null,
  endedAtEpochMs: row.endedAt?.getTime() ?? null,
  endReason: row.endReason,
})

export class PostgresMemberships implements Memberships {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async head(membershipId: string): Promise<MembershipHead | null> {
    const row = await this.#database.membership.findUnique({
      where: { id: membershipId },
      select: {
        state: true,
        studio: { select: { id: true, name: true, masterId: true } },
        person: { select: { id: true, name: true } },
      },
    })
    if (row === null) return null
    const { studio, person } = row
    return {
      ...{ id: membershipId, state: membershipState.parse(row.state) },
      ...{ studioId: studio.id, studioName: studio.name, masterId: studio.masterId },
      ...{ personId: person.id, personName: person.name },
    }
  }

  async ofStudio(studioId: string, { pastLimit }: { pastLimit: number }) {
    const [open, ended] = await Promise.all([
      this.#database.membership.findMany({
        where: { studioId, state: { in: OPEN } },
        orderBy: { id: 'desc' },
        select: groupSelect,
      }),
      this.#database.membership.findMany({
        where: { studioId, state: { in: ENDED } },
        orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
        take: pastLimit,
        select: groupSelect,
      }),
    ])
    return [...open, ...ended].map(toGroupRow)
  }

  places(studioId: string) {
    return placesIn(this.#database, studioId)
  }

  async proposedTo(personId: string) {
    const rows = await this.#database.membership.findMany({
      where: { personId, state: 'proposed', proposedAt: { not: null } },
      orderBy: { id: 'desc' },
      select: {
        ...{ id: true, version: true, reason: true, proposedAt: true },
        studio: { select: { id: true, name: true, master: { select: { name: true } } } },
      },
    })
    return rows.map(({ studio, proposedAt, ...row }) => ({
      ...row,
      ...{ studioId: studio.id, studioName: studio.name, masterName: studio.master.name },
      proposedAtEpochMs: proposedAt?.getTime() ?? 0,
    }))
  }

  async waiting({ after, limit }: { after: string | null; limit: number }) {
    const rows = await this.#database.membership.findMany({
      where: { state: 'consented', ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: limit,
      select: {
        ...{ id: true, version: true, reason: true, proposedAt: true },
        person: {
          select: {
            ...personSelect,
            memberships: { where: { state: 'active' }, select: { studio: { select: { name: true } } } },
          },
        },
        studio: { select: { id: true, name: true, level: true, subject: true, ...placesSelect } },
      },
    })
    return rows.map(({ person, studio, proposedAt, ...row }) => ({
      ...row,
      person: toPersonSummary(person),
      studio: { id: studio.id, name: studio.name, level: titleLevel.parse(studio.level), subject: studio.subject },
      proposedAtEpochMs: proposedAt?.getTime() ?? 0,
      places: toPlaces(studio),
      elsewhere: person.memberships.map((membership) => membership.studio.name),
    }))
  }

  countWaiting() {
    return this.#database.membership.count({ where: { state: 'consented' } })
  }
}
