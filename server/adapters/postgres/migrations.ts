import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartFault } from '#server/lifecycle/start-fault.ts'

const CONNECT_TIMEOUT_MS = 5_000
const UNDEFINED_TABLE = '42P01'

export interface MigrationOptions {
  /** The checkout: holds `prisma/` and `node_modules/`. */
  root: string
  /** What the migrating program is started with. */
  env: NodeJS.ProcessEnv
  /** Aborted: the migrating program is ended; a migration is one transaction and leaves nothing half done. */
  signal: AbortSignal
}

/**
 * Brings the database to the schema of this checkout. Looks first, as Prisma's program takes seconds to find out that
 * nothing is to be done. Answers the names of the migrations that were applied.
 * @throws StartFault when the database cannot be reached, is of a newer version, or a migration fails
 */
export async function applyMigrations(url: string, options: MigrationOptions): Promise<string[]> {
  const wanted = listMigrations(options.root)
  const recorded = await readRecordedMigrations(url)
  const unknown = recorded.filter((name) => !wanted.includes(name))
  if (unknown.length > 0) {
    throw new StartFault({
      what: `数据库由更新的版本写过（${unknown.join('、')}）。A newer version has written to the database.`,
      remedy: '请用那个版本启动，或从备份恢复。Start that version, or restore a backup.',
    })
  }
  const pending = wanted.filter((name) => !recorded.includes(name))
  if (pending.length > 0) await deploy(url, options)
  return pending
}

function listMigrations(root: string): string[] {
  return readdirSync(join(root, 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function readRecordedMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  try {
    await client.connect()
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return rows.map((row) => row.migration_name)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return []
    throw unreachable(url, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function unreachable(url: string, { cause }: { cause: unknown }): StartFault {
  const { hostname, port, pathname } = new URL(url)
  const reason =
    cause instanceof Error
      ? 'code' in cause && cause.message === ''
        ? String(cause.code)
        : cause.message
      : String(cause)
  return new StartFault({
    what: `连不上数据库 ${hostname}:${port || '5432'}${pathname}（${reason}）。The database cannot be reached.`,
    remedy: '请确认 PostgreSQL 正在运行，并核对 DATABASE_URL。See that PostgreSQL runs, and check DATABASE_URL.',
    cause,
  })
}

function deploy(url: string, { root, env, signal }: MigrationOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = join(root, 'node_modules', 'prisma', 'build', 'index.js')
    const child = spawn(process.execPath, [program, 'migrate', 'deploy'], {
      cwd: root,
      env: {
        ...env,
        DATABASE_URL: url,
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'prisma-schema-engine.mjs'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        // The engine is started by `env node`: the same one as ours.
        PATH: `${join(root, 'node_modules', '.bin')}:${env['PATH'] ?? ''}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (exitCode) => {
      if (exitCode === 0) return resolve()
      const what = `数据库结构没有更新成功。The database migrations failed.\n${output.trim()}`
      reject(
        new StartFault({ what, remedy: '请把以上内容交给技术支持。Show the lines above to whoever supports you.' }),
      )
    })
  })
}
