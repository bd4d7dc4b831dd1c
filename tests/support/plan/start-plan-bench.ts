import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createDatabase } from '#server/adapters/postgres/database.ts'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import type { PlanStore } from '#server/usecases/plans/ports.ts'
import { buildPlanPage } from './build-plan-page.ts'
import { seedPlanWorld } from './seed-plan-world.ts'
import { startPlanServer } from './start-plan-server.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations')

export interface PlanBench {
  /** The page with the plan's components: `?me=presenter&colour=2&view=page|panel`. */
  address: string
  plans: PlanStore
  close(): Promise<void>
}

/** The plan's page, its channel and a database of their own: the editor as it is, without the rest of the product. */
export async function startPlanBench(): Promise<PlanBench> {
  const folder = mkdtempSync(join(tmpdir(), 'tongke-plan-bench-'))
  const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres') })
  await migrate(postgres.url)
  const database = createDatabase(postgres.url)
  await seedPlanWorld(database)
  const server = await startPlanServer({ databaseUrl: postgres.url, onRequest: await buildPlanPage() })
  return {
    address: `http://127.0.0.1:${server.port}/`,
    plans: new PostgresPlanStore(database),
    close: async () => {
      await server.close()
      await database.$disconnect()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    for (const { name } of folders.sort((a, b) => a.name.localeCompare(b.name)))
      await client.query(readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8'))
  } finally {
    await client.end()
  }
}
