import { z } from 'zod'
import { waitingOrganisation, type ImportRowKind } from '#core/contract/imports.ts'
import { UNSET_PASSWORD } from '#server/adapters/identity/passwords.ts'
import type { ImportBatches } from '#server/usecases/import/ports.ts'
import { batchSelect, rowSelect, toBatch, toRow } from './import-rows.ts'
import { PostgresImportReads } from './postgres-import-reads.ts'

export class PostgresImports extends PostgresImportReads implements ImportBatches {
  async list({ before, limit }: { before: string | null; limit: number }) {
    const rows = await this.database.importBatch.findMany({
      // Ids sort by time of making.
      where: before === null ? {} : { id: { lt: before } },
      orderBy: { id: 'desc' },
      take: limit,
      select: batchSelect,
    })
    return rows.map(toBatch)
  }

  async rows(batchId: string, { kind, after, limit }: { kind: ImportRowKind; after: number; limit: number }) {
    const rows = await this.database.importRow.findMany({
      where: { batchId, kind, number: { gt: after } },
      orderBy: { number: 'asc' },
      take: limit,
      select: rowSelect,
    })
    return rows.map(toRow)
  }

  async unfinished() {
    const rows = await this.database.importBatch.findMany({
      where: { state: { in: ['writing', 'taking-back'] } },
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  }

  async showProgress(batchId: string, { doneRows }: { doneRows: number }) {
    await this.database.importBatch.update({ where: { id: batchId }, data: { doneRows }, select: { id: true } })
  }

  async waiting(batchId: string) {
    const rows: unknown = await this.database.$queryRaw`
      SELECT o.id, o.name, count(*)::int AS waiting
      FROM import_row r
      JOIN person p ON p.id = r."personId"
      JOIN account a ON a."userId" = p."userId" AND a.password = ${UNSET_PASSWORD}
      JOIN organisation o ON o.id = p."organisationId"
      WHERE r."batchId" = ${batchId} AND r.kind = 'new'
      GROUP BY o.id, o.name ORDER BY o.name, o.id`
    return z.array(waitingOrganisation).parse(rows)
  }
}
