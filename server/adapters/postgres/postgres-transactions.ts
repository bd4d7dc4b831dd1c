import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { CityWrites, Transactions } from '#server/usecases/ports/transactions.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { addNotifications } from './notification-rows.ts'
import { PostgresAccounts } from './postgres-accounts.ts'
import { PostgresOneTimeLinks } from './postgres-one-time-links.ts'
import { PostgresPeople } from './postgres-people.ts'
import { PostgresStudioWrites } from './postgres-studio-writes.ts'

export class PostgresTransactions implements Transactions {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: CityWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) => work(cityWrites(client, this.#deps)))
  }
}

/** For the transactions of an area that write about people and studios, too: give it their client. */
export const cityWrites = (client: Queryable, deps: { clock: Clock; ids: Ids }): CityWrites => ({
  people: new PostgresPeople(client),
  accounts: new PostgresAccounts({ database: client, ids: deps.ids }),
  studioWrites: new PostgresStudioWrites(client),
  links: new PostgresOneTimeLinks(client),
  notifications: { add: (notifications) => addNotifications(client, notifications, deps) },
  audit: { write: (entry) => writeAudit(client, entry, deps) },
})
