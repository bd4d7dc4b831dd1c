import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { childEnvironment } from '#server/config/env.ts'

// `npm run db:migration -- <name>`: writes what is between prisma/migrations and prisma/schema as a new migration, on a
// database made for it alone. Prisma's own `migrate dev` wants a second, empty one, which the engine used here
// (prisma-schema-engine.mjs) cannot make; comparing a migrated database with the schema needs none.
const root = resolve(import.meta.dirname, '..')
const NO_DIFFERENCE = 0
const DIFFERENCE = 2

function prisma(databaseUrl: string, args: readonly string[]) {
  const { status, stdout } = spawnSync('prisma', ['migrate', ...args], {
    cwd: root,
    env: childEnvironment({
      DATABASE_URL: databaseUrl,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'prisma-schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  return { status, stdout }
}

function writeMigration(databaseUrl: string, name: string): string {
  const deployed = prisma(databaseUrl, ['deploy'])
  if (deployed.status !== 0) throw new Error(`The migrations that stand do not run.\n${deployed.stdout}`)
  const between = ['--from-config-datasource', '--to-schema', 'prisma/schema', '--script', '--exit-code']
  const { status, stdout } = prisma(databaseUrl, ['diff', ...between])
  if (status === NO_DIFFERENCE) return '没有变化。Nothing has changed.'
  if (status !== DIFFERENCE) throw new Error(`prisma migrate diff ended with ${String(status)}.\n${stdout}`)
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join('prisma', 'migrations', `${stamp}_${name}`)
  mkdirSync(join(root, folder))
  writeFileSync(join(root, folder, 'migration.sql'), stdout)
  return join(folder, 'migration.sql')
}

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('用法：npm run db:migration -- add_something\n')
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'tongke-migration-'))
const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres') })
try {
  process.stdout.write(`${writeMigration(postgres.url, name)}\n`)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
