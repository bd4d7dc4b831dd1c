import { applicationForm } from '#core/contract/applications.ts'
import type { Clock } from '#server/usecases/ports.ts'
import type { Tally, WaitingReads } from '#server/usecases/waiting/ports.ts'
import { placesAround } from './announcement-audience.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { within } from './postgres-applications.ts'

const tally = (count: number, since: Date | null): Tally =>
  count === 0 || since === null ? null : { count, sinceEpochMs: since.getTime() }

const COMING = ['published', 'live']

/** Counted where they stand: each by an index on its state. */
export class PostgresWaiting implements WaitingReads {
  readonly #database: Database
  readonly #clock: Clock

  constructor(database: Database, { clock }: { clock: Clock }) {
    this.#database = database
    this.#clock = clock
  }

  async applications({ state, scope }: Parameters<WaitingReads['applications']>[0]) {
    const { _count, _min } = await this.#database.studioApplication.aggregate({
      where: { state, ...within(scope) },
      _count: true,
      _min: { waitingSince: true },
    })
    return tally(_count, _min.waitingSince)
  }

  async returnedApplication(applicantId: string) {
    const row = await this.#database.studioApplication.findFirst({
      where: { applicantId, state: 'returned' },
      select: { form: true, waitingSince: true },
    })
    return row === null
      ? null
      : { name: applicationForm.parse(row.form).name, sinceEpochMs: row.waitingSince.getTime() }
  }

  async unconfirmedAnnouncements(personId: string) {
    const [row] = await this.#database.$queryRaw<[{ count: number; since: Date | null }]>`
      SELECT count(*)::int AS count, min(a."publishedAt") AS since FROM announcement a
      WHERE a."audienceId" IN (${placesAround(personId)}) AND a.state = 'published' AND a."asksReceipt"
        AND (a."expiresAt" IS NULL OR a."expiresAt" > ${new Date(this.#clock.nowEpochMs())})
        AND NOT EXISTS (
          SELECT FROM announcement_receipt r WHERE r."announcementId" = a.id AND r."personId" = ${personId})`
    return tally(row.count, row.since)
  }

  proposalsTo(personId: string) {
    return this.#memberships({ personId, state: 'proposed' })
  }

  membersToConfirm() {
    return this.#memberships({ state: 'consented' })
  }

  async #memberships(where: { personId?: string; state: string }) {
    const { _count, _min } = await this.#database.membership.aggregate({
      where,
      _count: true,
      _min: { proposedAt: true },
    })
    return tally(_count, _min.proposedAt)
  }

  async submittedYearPlans() {
    const { _count, _min } = await this.#database.yearPlan.aggregate({
      where: { state: 'submitted' },
      _count: true,
      _min: { submittedAt: true },
    })
    return tally(_count, _min.submittedAt)
  }

  async returnedYearPlans(studioIds: readonly string[]) {
    const rows = await this.#database.yearPlan.findMany({
      where: { state: 'returned', studioId: { in: [...studioIds] } },
      select: { studioId: true, year: true, submittedAt: true, studio: { select: { name: true } } },
    })
    return rows.map(({ studioId, year, submittedAt, studio }) => ({
      ...{ studioId, year, studioName: studio.name, sinceEpochMs: submittedAt?.getTime() ?? 0 },
    }))
  }

  submittedResources(studioIds: readonly string[]) {
    return this.#resources({ state: 'submitted', studioId: { in: [...studioIds] } })
  }

  returnedResources(uploaderId: string) {
    return this.#resources({ state: 'returned', uploaderId })
  }

  async #resources(where: Prisma.ResourceWhereInput) {
    const { _count, _min } = await this.#database.resource.aggregate({ where, _count: true, _min: { at: true } })
    return tally(_count, _min.at)
  }

  async askedRegistrations({ personId, studioIds }: Parameters<WaitingReads['askedRegistrations']>[0]) {
    const rows = await this.#database.activity.findMany({
      where: {
        state: { in: COMING },
        OR: [{ hostId: personId }, { studioId: { in: [...studioIds] } }],
        registrations: { some: { state: 'asked' } },
      },
      select: {
        ...{ id: true, title: true },
        _count: { select: { registrations: { where: { state: 'asked' } } } },
        registrations: {
          where: { state: 'asked' },
          orderBy: { queueKey: 'asc' },
          take: 1,
          select: { askedAt: true },
        },
      },
    })
    return rows.map(({ id, title, _count, registrations: [first] }) => ({
      ...{ activityId: id, title, count: _count.registrations, sinceEpochMs: first?.askedAt.getTime() ?? 0 },
    }))
  }
}
