import { z } from 'zod'
import { organisationKind } from '#core/contract/http-requests.ts'
import type { ImportLine } from '#core/contract/imports.ts'
import { roleGrant } from '#core/contract/roles.ts'
import type { ImportWorld, KnownPerson } from '#core/domain/import/plan-import.ts'
import type { ImportReads } from '#server/usecases/import/ports.ts'
import type { Queryable } from './database.ts'
import { batchSelect, parseCells, toBatch } from './import-rows.ts'

const personRow = z.object({
  username: z.string(),
  personId: z.string().nullable(),
  name: z.string().nullable(),
  organisationId: z.string().nullable(),
  ...{ stage: z.string().nullable(), subject: z.string().nullable(), post: z.string().nullable() },
  grants: z.array(roleGrant),
})

export class PostgresImportReads implements ImportReads {
  protected readonly database: Queryable

  constructor(database: Queryable) {
    this.database = database
  }

  async batch(batchId: string) {
    const row = await this.database.importBatch.findUnique({ where: { id: batchId }, select: batchSelect })
    return row === null ? null : toBatch(row)
  }

  async lines(batchId: string): Promise<ImportLine[]> {
    const rows = await this.database.importRow.findMany({
      where: { batchId },
      orderBy: { number: 'asc' },
      select: { number: true, cells: true },
    })
    return rows.map(({ number, cells }) => ({ number, cells: parseCells(cells) }))
  }

  async world(usernames: readonly string[]): Promise<ImportWorld> {
    const [organisations, people] = await Promise.all([this.#organisations(), this.#people(usernames)])
    return { organisations, people }
  }

  async #organisations() {
    const rows = await this.database.organisation.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, parentId: true, kind: true, name: true, shortName: true },
    })
    return rows.map(({ kind, ...row }) => ({ ...row, kind: organisationKind.parse(kind) }))
  }

  /** All of them in one question, whose one parameter is a list. */
  async #people(usernames: readonly string[]): Promise<Map<string, KnownPerson>> {
    const rows: unknown = await this.database.$queryRaw`
      SELECT u.username, p.id AS "personId", p.name, p."organisationId", p.stage, p.subject, p.post,
        COALESCE((
          SELECT jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'scopeId', g."scopeId") ORDER BY g.id)
          FROM role_grant g WHERE g."personId" = p.id
        ), '[]') AS grants
      FROM "user" u LEFT JOIN person p ON p."userId" = u.id
      WHERE u.username = ANY(${[...usernames]}::text[])`
    return new Map(
      z
        .array(personRow)
        .parse(rows)
        .map(({ username, name, organisationId, ...person }) => [
          username,
          { ...person, name: name ?? '', organisationId: organisationId ?? '' },
        ]),
    )
  }
}
