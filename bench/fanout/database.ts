import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createDatabase } from '#server/adapters/postgres/database.ts'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { addPeople, openTestRoom } from '#tests/integration/realtime/test-city.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'prisma', 'migrations')

/** A PostgreSQL of its own, as durable as in the product, with one running session and people to sit in it. */
export async function startDatabase({ folder, people }: { folder: string; people: readonly string[] }) {
  const server = await EmbeddedPostgres.start({ folder })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  for (const entry of readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    await client.query(readFileSync(join(MIGRATIONS, entry.name, 'migration.sql'), 'utf8'))
  }
  await client.end()
  const database = createDatabase(server.url)
  await openTestRoom(database)
  await addPeople(database, people)
  await database.$disconnect()
  return { url: server.url, pid: postmasterPid(folder), stop: () => server.stop() }
}

function postmasterPid(folder: string): number {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('postmaster.pid'),
  )
  if (file === undefined) throw new Error('PostgreSQL does not run.')
  return Number(readFileSync(join(folder, file), 'utf8').split('\n')[0])
}
