import { FIRST_CHOICES } from '#core/domain/mail/mail-group.ts'
import type { MailAddresses } from '#server/usecases/mail/ports.ts'
import type { Clock } from '#server/usecases/ports.ts'
import type { Database } from './database.ts'
import { readChoices } from './mail-rows.ts'

export class PostgresMailAddresses implements MailAddresses {
  readonly #database: Database
  readonly #clock: Clock

  constructor(database: Database, { clock }: { clock: Clock }) {
    this.#database = database
    this.#clock = clock
  }

  async of(personId: string) {
    const row = await this.#database.mailAddress.findUnique({
      where: { personId },
      select: { address: true, confirmedAt: true, choices: true },
    })
    if (row === null) return null
    const newest = await this.#database.mailDelivery.findFirst({
      where: { personId, state: { in: ['sent', 'refused'] } },
      orderBy: { settledAt: 'desc' },
      select: { state: true, failure: true, settledAt: true },
    })
    const hasFailed = newest?.state === 'refused' && newest.settledAt !== null
    return {
      address: row.address,
      isConfirmed: row.confirmedAt !== null,
      choices: readChoices(row.choices),
      failed: hasFailed ? { atEpochMs: newest.settledAt?.getTime() ?? 0, why: newest.failure ?? '' } : null,
    }
  }

  async put(personId: string, { address, locale, stopKey }: Parameters<MailAddresses['put']>[1]) {
    const changed = { address, locale, stopKey, confirmedAt: null, changedAt: this.#now() }
    await this.#database.mailAddress.upsert({
      where: { personId },
      create: { personId, choices: FIRST_CHOICES, ...changed },
      update: changed,
      select: { personId: true },
    })
  }

  async choose(personId: string, choices: Parameters<MailAddresses['choose']>[1]) {
    await this.#database.mailAddress.updateMany({ where: { personId }, data: { choices, changedAt: this.#now() } })
  }

  async remove(personId: string) {
    await this.#database.mailAddress.deleteMany({ where: { personId } })
  }

  async confirm(personId: string) {
    const [row] = await this.#database.mailAddress.updateManyAndReturn({
      where: { personId },
      data: { confirmedAt: this.#now() },
      select: { address: true },
    })
    return row?.address ?? null
  }

  async stop(stopKey: string, choices: Parameters<MailAddresses['stop']>[1]) {
    const [row] = await this.#database.mailAddress.updateManyAndReturn({
      where: { stopKey },
      data: { choices, changedAt: this.#now() },
      select: { address: true },
    })
    return row?.address ?? null
  }

  #now(): Date {
    return new Date(this.#clock.nowEpochMs())
  }
}
