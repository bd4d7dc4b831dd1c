import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { childEnvironment } from '#server/config/env.ts'

// `npm run db:migration -- <name>`: writes the migration from prisma/migrations to prisma/schema.prisma, on a database
// made for it alone.
const root = resolve(import.meta.dirname, '..')
const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('用法：npm run db:migration -- add_something\n')
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'tongke-migration-'))
const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres') })
try {
  const { status } = spawnSync('prisma', ['migrate', 'dev', '--create-only', '--name', name], {
    cwd: root,
    env: childEnvironment({
      DATABASE_URL: postgres.url,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'prisma-schema-engine.mjs'),
    }),
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
