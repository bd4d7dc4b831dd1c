import type { DueMail, MailQueue } from '#server/usecases/mail/ports.ts'
import type { Database } from './database.ts'

export class PostgresMailQueue implements MailQueue {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async take({ nowEpochMs, limit, leaseMs }: Parameters<MailQueue['take']>[0]): Promise<DueMail[]> {
    const now = new Date(nowEpochMs)
    const until = new Date(nowEpochMs + leaseMs)
    // Two processes never wait for each other here, and never get the same.
    const taken = await this.#database.$queryRaw<{ notificationId: string }[]>`
      WITH due AS (
        SELECT "notificationId", "personId", "isDigest" FROM mail_delivery
        WHERE state = 'waiting' AND "dueAt" <= ${now}
        ORDER BY "dueAt", "notificationId" LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), together AS (
        SELECT "notificationId" FROM mail_delivery
        WHERE state = 'waiting' AND "dueAt" <= ${now} AND "isDigest"
          AND "personId" IN (SELECT "personId" FROM due WHERE "isDigest")
        FOR UPDATE SKIP LOCKED
      )
      UPDATE mail_delivery SET "dueAt" = ${until}, attempts = attempts + 1
      WHERE "notificationId" IN (SELECT "notificationId" FROM due UNION SELECT "notificationId" FROM together)
      RETURNING "notificationId"`
    if (taken.length === 0) return []
    const rows = await this.#database.mailDelivery.findMany({
      where: { notificationId: { in: taken.map(({ notificationId }) => notificationId) } },
      orderBy: { notificationId: 'asc' },
      select: {
        ...{ notificationId: true, personId: true, isDigest: true, attempts: true },
        notification: {
          select: {
            ...{ kind: true, params: true, createdAt: true },
            person: {
              select: { mailAddress: { select: { address: true, locale: true, stopKey: true, confirmedAt: true } } },
            },
          },
        },
      },
    })
    return rows.map(({ notification: { kind, params, createdAt, person }, ...row }) => ({
      ...{ ...row, kind, params, createdAtEpochMs: createdAt.getTime() },
      to: toAddressee(person.mailAddress),
    }))
  }

  async settle(notificationIds: readonly string[], settled: Parameters<MailQueue['settle']>[1]) {
    await this.#database.mailDelivery.updateMany({
      where: { notificationId: { in: [...notificationIds] }, state: 'waiting' },
      data: {
        ...{ state: settled.state, settledAt: new Date(settled.atEpochMs) },
        failure: settled.state === 'refused' ? settled.failure : null,
      },
    })
  }

  async postpone(notificationIds: readonly string[], { dueAtEpochMs, failure }: Parameters<MailQueue['postpone']>[1]) {
    await this.#database.mailDelivery.updateMany({
      where: { notificationId: { in: [...notificationIds] }, state: 'waiting' },
      data: { dueAt: new Date(dueAtEpochMs), failure },
    })
  }
}

type AddressRow = { address: string; locale: string; stopKey: string; confirmedAt: Date | null }

function toAddressee(row: AddressRow | null): DueMail['to'] {
  if (row === null || row.confirmedAt === null) return null
  return { address: row.address, locale: row.locale === 'en' ? 'en' : 'zh-CN', stopKey: row.stopKey }
}
