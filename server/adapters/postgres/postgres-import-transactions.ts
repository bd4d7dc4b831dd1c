import type { ImportTransactions, ImportWrites } from '#server/usecases/import/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database } from './database.ts'
import { PostgresImportWrites } from './postgres-import-writes.ts'

/** A city's list takes seconds; on a slow disk, behind another list, minutes. */
const TIMEOUT_MS = 10 * 60_000
const CONNECTION_WITHIN_MS = 10_000

export class PostgresImportTransactions implements ImportTransactions {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: ImportWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction(
      (client) => {
        const audit = { write: (entry: Parameters<typeof writeAudit>[1]) => writeAudit(client, entry, this.#deps) }
        return work(new PostgresImportWrites(client, { audit }))
      },
      { timeout: TIMEOUT_MS, maxWait: CONNECTION_WITHIN_MS },
    )
  }
}
