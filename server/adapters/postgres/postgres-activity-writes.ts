import type { ActivityState } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import type { ActivityContent, ActivityWrites } from '#server/usecases/activities/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { Prisma } from './generated/client.ts'
import { PostgresRegistrationWrites } from './postgres-registration-writes.ts'
import { spellTitle } from './spelling.ts'

/** Calendars that have taken the activity learn of the change. */
const REVISED = { revision: { increment: 1 } } as const

const UNIQUE_VIOLATION = 'P2002'
const FOREIGN_KEY_VIOLATION = 'P2003'

const failedWith = (error: unknown, code: string) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code

export class PostgresActivityWrites implements ActivityWrites {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  create({ id, planId, hostId, linkToken, content, audit }: Parameters<ActivityWrites['create']>[0]): Promise<void> {
    return this.#write(async (transaction) => {
      await transaction.activity.create({
        data: { id, hostId, linkToken, state: 'draft', studioId: content.studioId, ...columnsOf(content) },
        select: { id: true },
      })
      await writeParts(transaction, id, content)
      await transaction.lessonPlan.create({ data: { id: planId, activityId: id }, select: { id: true } })
      await writeAudit(transaction, audit, this.#deps)
    })
  }

  replace(
    activityId: string,
    { from, content, audit, alongside }: Parameters<ActivityWrites['replace']>[1],
  ): Promise<void> {
    return this.#write(async (transaction) => {
      await step(transaction, activityId, { from, data: { ...columnsOf(content), ...REVISED } })
      await transaction.agendaItem.deleteMany({ where: { activityId } })
      await transaction.activityRole.deleteMany({ where: { activityId } })
      await writeParts(transaction, activityId, content)
      await writeAudit(transaction, audit, this.#deps)
      await alongside(new PostgresRegistrationWrites(transaction, this.#deps))
    })
  }

  move(activityId: string, { from, to, audit, alongside }: Parameters<ActivityWrites['move']>[1]): Promise<void> {
    return this.#write(async (transaction) => {
      await step(transaction, activityId, { from, data: { state: to, ...REVISED } })
      await writeAudit(transaction, audit, this.#deps)
      await alongside(new PostgresRegistrationWrites(transaction, this.#deps))
    })
  }

  async openSession(
    activityId: string,
    { sessionId, zeroEpochMs, from, audit }: Parameters<ActivityWrites['openSession']>[1],
  ): Promise<{ sessionId: string }> {
    const running = await this.#running(activityId)
    if (running !== null) return { sessionId: running }
    try {
      await this.#write(async (transaction) => {
        await step(transaction, activityId, { from, data: { state: 'live' } })
        const data = { id: sessionId, activityId, zeroAt: new Date(zeroEpochMs) }
        await transaction.seminarSession.create({ data, select: { id: true } })
        await writeAudit(transaction, audit, this.#deps)
      })
      return { sessionId }
    } catch (error) {
      // Somebody else opened it in the same moment: theirs is the one.
      const lost = failedWith(error, UNIQUE_VIOLATION) || (error instanceof AppError && error.code === 'CONFLICT')
      const winner = lost ? await this.#running(activityId) : null
      if (winner === null) throw error
      return { sessionId: winner }
    }
  }

  async setCover(activityId: string, coverKey: string): Promise<void> {
    await this.#database.activity.update({ where: { id: activityId }, data: { coverKey }, select: { id: true } })
  }

  async #running(activityId: string): Promise<string | null> {
    const row = await this.#database.seminarSession.findFirst({
      where: { activityId, endedAt: null },
      select: { id: true },
    })
    return row?.id ?? null
  }

  async #write(change: (transaction: Queryable) => Promise<void>): Promise<void> {
    try {
      await this.#database.$transaction(change)
    } catch (cause) {
      if (!failedWith(cause, FOREIGN_KEY_VIOLATION)) throw cause
      throw new AppError('INVALID', '名单中有一位老师已经不在系统里，请重新选择。', { field: 'roles', cause })
    }
  }
}

function columnsOf(content: ActivityContent) {
  const { kind, title, question, startsAt, endsAt, entry, willRecord, registration, districtId } = content
  const { isCityEvent, venue, subjects, stages } = content
  return {
    kind,
    title,
    spelling: spellTitle(title),
    question,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    entry,
    willRecord,
    isCityEvent,
    venueMode: venue.mode,
    venueWhere: venue.mode === 'online' ? '' : venue.where,
    subjects,
    stages,
    registrationMode: registration.mode,
    capacity: registration.capacity,
    districtId,
  }
}

async function writeParts(
  transaction: Queryable,
  activityId: string,
  { agenda, roles }: ActivityContent,
): Promise<void> {
  await transaction.agendaItem.createMany({
    data: agenda.map(({ id, title, minutes, note }, position) => ({ id, activityId, position, title, minutes, note })),
  })
  await transaction.activityRole.createMany({
    data: roles.map(({ personId, role }) => ({ activityId, personId, role })),
  })
}

async function step(
  transaction: Queryable,
  activityId: string,
  { from, data }: { from: ActivityState; data: Prisma.ActivityUpdateManyMutationInput },
): Promise<void> {
  const { count } = await transaction.activity.updateMany({ where: { id: activityId, state: from }, data })
  if (count === 0) throw new AppError('CONFLICT', '活动刚刚被别人改过，请刷新后再试。')
}
