/** A process that is killed in the middle of writing a batch, once so many rows were shown as done. */
import { PostgresImportTransactions } from '#server/adapters/postgres/postgres-import-transactions.ts'
import { PostgresImports } from '#server/adapters/postgres/postgres-imports.ts'
import { createDatabase } from '#server/adapters/postgres/database.ts'
import { randomIds } from '#server/adapters/random-ids.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { writeImport } from '#server/usecases/import/write-import.ts'

const [, , url, batchId] = process.argv
if (url === undefined || batchId === undefined) throw new Error('usage: doomed-import.ts <database> <batch>')

const database = createDatabase(url)

class DoomedImports extends PostgresImports {
  override async showProgress(id: string, progress: { doneRows: number }) {
    await super.showProgress(id, progress)
    if (progress.doneRows > 0) process.kill(process.pid, 'SIGKILL')
  }
}

const batches = new DoomedImports(database)
const transactions = new PostgresImportTransactions(database, { clock: createSystemClock(), ids: randomIds })
await writeImport({ batches, transactions, ids: randomIds }, batchId)
