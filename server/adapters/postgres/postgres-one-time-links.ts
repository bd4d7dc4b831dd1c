import { createHash } from 'node:crypto'
import type { LinkPurpose } from '#core/domain/identity/one-time-link.ts'
import type { OneTimeLinks } from '#server/usecases/identity/ports.ts'
import type { Queryable } from './database.ts'

export class PostgresOneTimeLinks implements OneTimeLinks {
  readonly #database: Queryable

  constructor(database: Queryable) {
    this.#database = database
  }

  async put({ link, purpose, subject, expiresAtEpochMs }: Parameters<OneTimeLinks['put']>[0]) {
    const kept = { hash: hashOfLink(link), expiresAt: new Date(expiresAtEpochMs) }
    await this.#database.oneTimeLink.upsert({
      where: { purpose_subject: { purpose, subject } },
      create: { purpose, subject, ...kept },
      update: kept,
      select: { subject: true },
    })
  }

  async find(link: string, { purpose }: { purpose: LinkPurpose }) {
    const row = await this.#database.oneTimeLink.findUnique({
      where: { hash: hashOfLink(link), purpose },
      select: { subject: true, expiresAt: true },
    })
    return row === null ? null : { subject: row.subject, expiresAtEpochMs: row.expiresAt.getTime() }
  }

  async take(link: string, { purpose }: { purpose: LinkPurpose }) {
    const found = await this.find(link, { purpose })
    // Whoever deletes the row has it: a second waits here for the first's transaction, and finds nothing.
    const { count } = await this.#database.oneTimeLink.deleteMany({ where: { hash: hashOfLink(link), purpose } })
    return count === 0 ? null : found
  }
}

/** 256 random bits need no salt, and no slow hash. */
export const hashOfLink = (link: string): string => createHash('sha256').update(link).digest('base64url')
