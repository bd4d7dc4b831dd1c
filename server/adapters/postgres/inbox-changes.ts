import pg from 'pg'
import type { InboxChange } from '#server/usecases/notifications/ports.ts'
import type { Log } from '#server/usecases/ports.ts'
import type { Queryable } from './database.ts'

export const INBOX_CHANNEL = 'tongke_inbox'
const SEPARATOR = ','
/** PostgreSQL takes less than 8,000 bytes at once; a person's id is 36 of them. */
export const PERSONS_PER_NOTE = 200
const RECONNECT_MS = 1_000

/** Tells every process, with the commit of the transaction whose client is given, whose messages have changed. */
export async function tellOfInboxes(queryable: Queryable, personIds: readonly string[]): Promise<void> {
  const persons = [...new Set(personIds)]
  const notes: string[] = []
  for (let first = 0; first < persons.length; first += PERSONS_PER_NOTE) {
    notes.push(persons.slice(first, first + PERSONS_PER_NOTE).join(SEPARATOR))
  }
  await queryable.$executeRaw`SELECT pg_notify(${INBOX_CHANNEL}, note) FROM unnest(${notes}::text[]) AS note`
}

/** Hears what `tellOfInboxes` tells, of this process and of others, on a connection of its own. */
export class InboxChanges {
  readonly #url: string
  readonly #listener: (change: InboxChange) => void
  readonly #log: Log
  #client: pg.Client | null = null
  #again: NodeJS.Timeout | undefined
  #isClosed = false

  /** Resolves once it hears. Rejects where the database is not there at the start; later it comes back by itself. */
  static async follow({
    url,
    listener,
    log,
  }: {
    url: string
    listener: (change: InboxChange) => void
    log: Log
  }): Promise<InboxChanges> {
    const changes = new InboxChanges({ url, listener, log })
    await changes.#connect()
    return changes
  }

  private constructor({ url, listener, log }: { url: string; listener: (change: InboxChange) => void; log: Log }) {
    this.#url = url
    this.#listener = listener
    this.#log = log
  }

  /** Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#again)
    const client = this.#client
    this.#client = null
    await client?.end()
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true })
    const lost = (error?: Error) => this.#lost(client, error)
    client.on('error', lost).on('end', () => lost())
    client.on('notification', ({ payload = '' }) =>
      this.#listener({ whose: 'persons', personIds: payload.split(SEPARATOR) }),
    )
    this.#client = client
    await client.connect()
    await client.query(`LISTEN ${INBOX_CHANNEL}`)
    // Closed meanwhile: the one who closed did not yet have anything to end.
    if (this.#isClosed) await client.end()
  }

  /** What was told in between is not told again: afterwards everybody is asked about. */
  #lost(client: pg.Client, error?: Error): void {
    if (this.#isClosed || this.#client !== client) return
    this.#client = null
    this.#log.warn({ err: error }, 'inbox_changes_lost')
    void client.end().catch(() => undefined)
    this.#again = setTimeout(() => void this.#connectAgain(), RECONNECT_MS)
  }

  async #connectAgain(): Promise<void> {
    try {
      await this.#connect()
      this.#listener({ whose: 'anybody' })
    } catch (error) {
      const client = this.#client
      if (client !== null) this.#lost(client, error instanceof Error ? error : undefined)
    }
  }
}
