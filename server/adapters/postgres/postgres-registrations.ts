import { registrationState, type Registrant, type RegistrationCounts } from '#core/contract/registrations.ts'
import type { RegistrantRow, Registrations, RegistrationStatus } from '#server/usecases/registrations/ports.ts'
import type { Queryable } from './database.ts'
import { personSelect, toPersonSummary } from './person-rows.ts'
import { registrationSelect, toStatus } from './registration-rows.ts'

const listedState = registrationState.exclude(['cancelled'])

export class PostgresRegistrations implements Registrations {
  readonly #database: Queryable

  constructor(database: Queryable) {
    this.#database = database
  }

  async counts(activityId: string): Promise<RegistrationCounts> {
    const groups = await this.#database.registration.groupBy({
      by: ['state'],
      where: { activityId },
      _count: { _all: true },
    })
    const countOf = (state: keyof RegistrationCounts) => groups.find((group) => group.state === state)?._count._all ?? 0
    return {
      asked: countOf('asked'),
      registered: countOf('registered'),
      waiting: countOf('waiting'),
      declined: countOf('declined'),
    }
  }

  async own(activityId: string, personId: string): Promise<{ status: RegistrationStatus; place: number } | null> {
    const row = await this.#database.registration.findUnique({
      where: { activityId_personId: { activityId, personId } },
      select: registrationSelect,
    })
    if (row === null) return null
    const status = toStatus(row)
    if (status.state !== 'waiting') return { status, place: 0 }
    const place = await this.#database.registration.count({
      where: { activityId, state: 'waiting', queueKey: { lte: row.queueKey } },
    })
    return { status, place }
  }

  async invitations(activityId: string, { personId }: { personId: string | null }) {
    const [count, own] = await Promise.all([
      this.#database.activityInvitation.count({ where: { activityId } }),
      personId === null ? 0 : this.#database.activityInvitation.count({ where: { activityId, personId } }),
    ])
    return { count, isInvited: own > 0 }
  }

  async list(
    activityId: string,
    { state, after, limit }: { state?: Registrant['state'] | undefined; after: string | null; limit: number },
  ): Promise<RegistrantRow[]> {
    const rows = await this.#database.registration.findMany({
      where: {
        activityId,
        state: state ?? { not: 'cancelled' },
        ...(after === null ? {} : { queueKey: { gt: after } }),
      },
      orderBy: { queueKey: 'asc' },
      take: limit,
      select: { state: true, version: true, queueKey: true, askedAt: true, person: { select: personSelect } },
    })
    return rows.map(({ person, askedAt, ...row }) => ({
      ...row,
      state: listedState.parse(row.state),
      person: toPersonSummary(person),
      askedAtEpochMs: askedAt.getTime(),
    }))
  }
}
