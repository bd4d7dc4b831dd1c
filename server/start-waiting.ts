import type { Database } from './adapters/postgres/database.ts'
import { PostgresWaiting } from './adapters/postgres/postgres-waiting.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import { listWaiting } from './usecases/waiting/list-waiting.ts'

/** 待办. */
export const createWaitingUseCases = ({ database, city }: { database: Database; city: Pick<CityDeps, 'clock'> }) => {
  const waiting = new PostgresWaiting(database, city)
  return { 'waiting.list': (actor) => listWaiting({ waiting }, actor) } satisfies HttpUseCases
}
