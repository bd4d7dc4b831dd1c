import type { Database } from './adapters/postgres/database.ts'
import { PostgresImportTransactions } from './adapters/postgres/postgres-import-transactions.ts'
import { PostgresImports } from './adapters/postgres/postgres-imports.ts'
import { peopleTemplates } from './adapters/tables/people-template.ts'
import { workerTableReader } from './adapters/tables/worker-table-reader.ts'
import { importJobs, importTask } from './jobs/import-jobs.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import { checkImportAgain, confirmImport, takeBackImport } from './usecases/import/decide-import.ts'
import { createImportDoor, type ImportDoor } from './usecases/import/import-door.ts'
import { getImport, listImportRows, listImports } from './usecases/import/look-at-imports.ts'
import { listWaiting, makeSlips } from './usecases/import/make-slips.ts'
import type { ImportJobs } from './usecases/import/ports.ts'
import { giveUpImport, recoverImports, runImport } from './usecases/import/run-import.ts'

export interface ImportParts {
  useCases: HttpUseCases
  door: ImportDoor
  /** One order, as a job carries it out. */
  run(batchId: string): Promise<void>
  giveUp(batchId: string): Promise<void>
  recover(): Promise<void>
}

/** Lists of people from tables. */
export function createImportParts({
  database,
  city,
  jobs,
}: {
  database: Database
  city: CityDeps
  jobs: ImportJobs
}): ImportParts {
  const { clock, ids, people } = city
  const batches = new PostgresImports(database)
  const transactions = new PostgresImportTransactions(database, { clock, ids })
  const deps = { batches, transactions, jobs, people, clock, ids }
  return {
    useCases: {
      'imports.list': (actor, input) => listImports(deps, actor, input),
      'import.get': (actor, input) => getImport(deps, actor, input),
      'import.rows': (actor, input) => listImportRows(deps, actor, input),
      'import.check-again': (actor, input) => checkImportAgain(deps, actor, input),
      'import.confirm': (actor, input) => confirmImport(deps, actor, input),
      'import.take-back': (actor, input) => takeBackImport(deps, actor, input),
      'import.waiting': (actor, input) => listWaiting(deps, actor, input),
      'import.make-slips': (actor, input) => makeSlips(deps, actor, input),
    },
    door: createImportDoor({ ...deps, tables: workerTableReader, templates: peopleTemplates }),
    run: (batchId) => runImport(deps, batchId),
    giveUp: (batchId) => giveUpImport(deps, batchId),
    recover: () => recoverImports(deps),
  }
}

/** The same, with orders of before taken up, and carried out here where this process does jobs. */
export async function startImports({
  queue,
  doesJobs,
  ...options
}: {
  database: Database
  city: CityDeps
  queue: JobQueue
  doesJobs: boolean
}): Promise<ImportParts> {
  const parts = createImportParts({ ...options, jobs: importJobs(queue) })
  if (!doesJobs) return parts
  await parts.recover()
  await queue.work(importTask(parts))
  return parts
}
