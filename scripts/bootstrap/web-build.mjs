import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compressFiles } from './compress-files.mjs'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { capture, environment, root, tail } from './run.mjs'
import { BootstrapFault } from './steps.mjs'

const STAMP = 'web-build'

/** What the pages are made of: app/_server reaches into server/usecases, and nowhere else in server/. */
const SOURCES = [
  'app',
  'core',
  'messages',
  'public',
  'server/usecases',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/bootstrap/compress-files.mjs',
]

/** Builds the pages when their sources have changed. */
export async function ensureWebBuild(say) {
  const sources = fingerprint(SOURCES)
  if (existsSync(join(root, '.next', 'BUILD_ID')) && isStamped(STAMP, sources)) return '已是最新'
  say('正在构建网页，约半分钟')
  const { exitCode, output } = await capture(join(root, 'node_modules', '.bin', 'next'), ['build'], {
    env: environment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  if (exitCode !== 0) {
    throw new BootstrapFault({
      what: `网页没有构建成功。next build failed.\n${tail(output)}`,
      remedy: '请改正上面的错误，然后再运行一次。Mend the errors above, then run again.',
    })
  }
  await compressFiles(join(root, '.next', 'static'))
  stamp(STAMP, sources)
  return '已构建'
}
