import { join } from 'node:path'
import pg from 'pg'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { applyMigrations } from '#server/adapters/postgres/migrations.ts'
import { childEnvironment } from '#server/config/env.ts'
import type { DatabaseConfig } from '#server/config/config.ts'
import type { HealthRegistry } from '#server/observability/health.ts'
import type { DataFolder } from './data-folder.ts'
import type { Lifecycle } from './lifecycle.ts'
import { progress } from './progress.ts'

const STOP_DATABASE_DEADLINE_MS = 7_000
const CHECK_TIMEOUT_MS = 1_500

export interface StartDatabaseOptions {
  database: DatabaseConfig
  data: DataFolder
  /** The checkout, with `prisma/`. */
  root: string
  lifecycle: Lifecycle
  health: HealthRegistry
}

/** A database that answers and has this version's schema. Resolves to its address, which holds the password. */
export async function startDatabase({
  database,
  data,
  root,
  lifecycle,
  health,
}: StartDatabaseOptions): Promise<string> {
  const url = await progress.step('数据库', () => provide({ database, data, lifecycle }))
  lifecycle.checkpoint()
  await progress.step('数据库结构', async () => {
    const applied = await applyMigrations(url, { root, env: childEnvironment({}), signal: lifecycle.signal })
    return { detail: applied.length === 0 ? '已是最新' : `更新了 ${applied.length} 次`, result: undefined }
  })
  lifecycle.checkpoint()
  health.register('database', () => ask(url))
  return url
}

async function provide({ database, data, lifecycle }: Pick<StartDatabaseOptions, 'database' | 'data' | 'lifecycle'>) {
  if (database.kind === 'external') return { detail: new URL(database.url).hostname, result: database.url }
  const postgres = await EmbeddedPostgres.start({ folder: join(data.path, 'postgres') })
  lifecycle.onStop({ name: 'postgres', deadlineMs: STOP_DATABASE_DEADLINE_MS, stop: () => postgres.stop() })
  return { detail: postgres.adopted ? '接管了仍在运行的内置数据库' : '内置数据库已启动', result: postgres.url }
}

/** On a connection of its own: a pool that is used up must not hide that the database is well. */
async function ask(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CHECK_TIMEOUT_MS,
    query_timeout: CHECK_TIMEOUT_MS,
  })
  try {
    await client.connect()
    await client.query('SELECT 1')
  } finally {
    await client.end().catch(() => undefined)
  }
}
