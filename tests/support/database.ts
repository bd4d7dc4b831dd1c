import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createDatabase, type Database } from '#server/adapters/postgres/database.ts'

export interface TestDatabase {
  /** With user and password. */
  url: string
  database: Database
  /** Idempotent. Ends the pool and drops the database. */
  close(): Promise<void>
}

/** A database of one's own with all migrations and no rows, on the run's PostgreSQL (database-server.ts). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await runAsAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  const database = createDatabase(address.href)
  let closed: Promise<void> | undefined
  const close = async () => {
    await database.$disconnect()
    await runAsAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { url: address.href, database, close: () => (closed ??= close()) }
}

async function runAsAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
