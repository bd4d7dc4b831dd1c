import { activityState } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import { registrationTerms } from '#core/contract/registration-terms.ts'
import type { AuditTrail, Clock, Ids, Notifications } from '#server/usecases/ports.ts'
import type {
  RegisteringActivity,
  Registration,
  RegistrationTransactions,
  RegistrationWrites,
} from '#server/usecases/registrations/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { Prisma } from './generated/client.ts'
import { addNotificationToAll } from './notifications-in-bulk.ts'
import { addNotifications } from './notification-rows.ts'
import { registrationSelect, statusColumns, toRegistration } from './registration-rows.ts'

/** A school's worth of people may press the button in the same second: they queue for the row, and for a connection. */
const PATIENCE = { maxWait: 10_000, timeout: 15_000 } as const

/** Within the transaction of `client`. */
export class PostgresRegistrationWrites implements RegistrationWrites {
  readonly #client: Queryable
  readonly #deps: { clock: Clock; ids: Ids }
  readonly audit: AuditTrail
  readonly notifications: Notifications

  constructor(client: Queryable, deps: { clock: Clock; ids: Ids }) {
    this.#client = client
    this.#deps = deps
    this.audit = { write: (entry) => writeAudit(client, entry, deps) }
    this.notifications = { add: (notifications) => addNotifications(client, notifications, deps) }
  }

  /** The activity's own row is the lock: its state, time and terms cannot change under a decision either. */
  async hold(activityId: string): Promise<RegisteringActivity> {
    await this.#client.$queryRaw`SELECT id FROM activity WHERE id = ${activityId} FOR NO KEY UPDATE`
    const row = await this.#client.activity.findUnique({
      where: { id: activityId },
      select: {
        title: true,
        hostId: true,
        state: true,
        startsAt: true,
        endsAt: true,
        registrationMode: true,
        capacity: true,
      },
    })
    if (row === null) throw new AppError('NOT_FOUND', '没有这场活动，或者它不对您开放。')
    return {
      id: activityId,
      title: row.title,
      hostId: row.hostId,
      state: activityState.parse(row.state),
      startsAtEpochMs: row.startsAt.getTime(),
      endsAtEpochMs: row.endsAt.getTime(),
      terms: registrationTerms.parse({ mode: row.registrationMode, capacity: row.capacity }),
    }
  }

  async isInvited(activityId: string, personId: string): Promise<boolean> {
    return (await this.#client.activityInvitation.count({ where: { activityId, personId } })) === 1
  }

  async invite(activityId: string, personIds: readonly string[]): Promise<string[]> {
    const invitedAt = new Date(this.#deps.clock.nowEpochMs())
    const rows = await this.#client.$queryRaw<{ personId: string }[]>`
      INSERT INTO activity_invitation ("activityId", "personId", "invitedAt")
      SELECT ${activityId}, p.id, ${invitedAt} FROM person p WHERE p.id = ANY(${[...personIds]}::text[])
      ON CONFLICT DO NOTHING RETURNING "personId"`
    return rows.map(({ personId }) => personId)
  }

  async tellFollowers(activityId: string): Promise<void> {
    const found = await this.#client.activity.findUniqueOrThrow({
      where: { id: activityId },
      select: { title: true, startsAt: true, hostId: true, studio: { select: { id: true, name: true } } },
    })
    const { studio, hostId, title, startsAt } = found
    if (studio === null) return
    const persons = Prisma.sql`SELECT f."personId" AS id FROM studio_follower f
      WHERE f."studioId" = ${studio.id} AND f."personId" <> ${hostId} AND NOT EXISTS (
        SELECT FROM notification n WHERE n."personId" = f."personId" AND n.kind = 'studio.activity'
          AND n.params->>'activityId' = ${activityId})`
    const params = { activityId, title, studioName: studio.name, startsAt: startsAt.toISOString() }
    await addNotificationToAll(this.#client, { persons, content: { kind: 'studio.activity', params } }, this.#deps)
  }

  async find(activityId: string, personIds: readonly string[]): Promise<Registration[]> {
    const rows = await this.#client.registration.findMany({
      where: { activityId, personId: { in: [...personIds] } },
      orderBy: { queueKey: 'asc' },
      select: registrationSelect,
    })
    return rows.map(toRegistration)
  }

  registeredCount(activityId: string): Promise<number> {
    return this.#client.registration.count({ where: { activityId, state: 'registered' } })
  }

  async firstWaiting(activityId: string, limit: number | null): Promise<string[]> {
    const rows = await this.#client.registration.findMany({
      where: { activityId, state: 'waiting' },
      orderBy: { queueKey: 'asc' },
      ...(limit === null ? {} : { take: limit }),
      select: { personId: true },
    })
    return rows.map(({ personId }) => personId)
  }

  async concerned(activityId: string): Promise<string[]> {
    const rows = await this.#client.registration.findMany({
      where: { activityId, state: { in: ['asked', 'registered', 'waiting'] } },
      orderBy: { queueKey: 'asc' },
      select: { personId: true },
    })
    return rows.map(({ personId }) => personId)
  }

  async put(activityId: string, { personId, queueKey, status }: Omit<Registration, 'version'>): Promise<void> {
    const columns = { queueKey, ...statusColumns(status) }
    await this.#client.registration.upsert({
      where: { activityId_personId: { activityId, personId } },
      create: { activityId, personId, version: 1, askedAt: new Date(this.#deps.clock.nowEpochMs()), ...columns },
      update: { version: { increment: 1 }, ...columns },
      select: { personId: true },
    })
  }

  async move(
    activityId: string,
    personIds: readonly string[],
    to: 'registered' | 'waiting' | 'declined',
  ): Promise<void> {
    if (personIds.length === 0) return
    await this.#client.registration.updateMany({
      where: { activityId, personId: { in: [...personIds] } },
      data: { state: to, version: { increment: 1 } },
    })
  }
}

export class PostgresRegistrationTransactions implements RegistrationTransactions {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: RegistrationWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) => work(new PostgresRegistrationWrites(client, this.#deps)), PATIENCE)
  }
}
