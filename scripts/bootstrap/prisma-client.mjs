import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { capture, environment, root, tail } from './run.mjs'
import { BootstrapFault } from './steps.mjs'

const STAMP = 'prisma-client'
const generated = join(root, 'server', 'adapters', 'postgres', 'generated')

const schemaEngine = join(root, 'scripts', 'prisma-schema-engine.mjs')

/** Generates the database client when the schema has changed. */
export async function ensurePrismaClient(say) {
  const sources = fingerprint(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (existsSync(join(generated, 'client.ts')) && isStamped(STAMP, sources)) return '已是最新'
  say('正在生成')
  const { exitCode, output } = await capture(join(root, 'node_modules', '.bin', 'prisma'), ['generate'], {
    env: environment({ PRISMA_SCHEMA_ENGINE_BINARY: schemaEngine, PRISMA_HIDE_UPDATE_MESSAGE: '1' }),
  })
  if (exitCode !== 0) {
    throw new BootstrapFault({
      what: `数据库客户端没有生成。prisma generate failed.\n${tail(output)}`,
      remedy: '请检查 prisma/schema 里的文件。Check the files in that folder.',
    })
  }
  stamp(STAMP, sources)
  return '已生成'
}
