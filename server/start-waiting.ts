import type { Database } from './adapters/postgres/database.ts'
import { PostgresWaiting } from './adapters/postgres/postgres-waiting.ts'
import type { HttpUseCases } from './usecases/http/use-cases.ts'
import { listWaiting } from './usecases/waiting/list-waiting.ts'

/** 待办. */
export const createWaitingUseCases = (database: Database) => {
  const waiting = new PostgresWaiting(database)
  return { 'waiting.list': (actor) => listWaiting({ waiting }, actor) } satisfies HttpUseCases
}
