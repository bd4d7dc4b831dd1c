import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePorts, MEDIA_PORTS, WEB_PORTS } from '#tests/support/product/free-ports.ts'
import { firstPage } from './first-page.ts'

const LOOK_AGAIN_MS = 50
const root = path.resolve(import.meta.dirname, '..', '..')

/** Milliseconds from `npm start` to its home page. The first call on a folder also founds the city. */
export async function startOurs({ directory }: { directory: string }): Promise<number> {
  const port = await findFreePorts(WEB_PORTS)
  const mediaPort = await findFreePorts(MEDIA_PORTS, { count: availableParallelism(), step: 1_000 })
  const dataDir = path.join(directory, 'ours')
  const startedAtMs = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      TONGKE_MEDIA_PORT: String(mediaPort),
      TONGKE_DATA_DIR: dataDir,
      TONGKE_DEMO: '1',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    await firstPage(`http://localhost:${port}/`, { ended })
    return performance.now() - startedAtMs
  } finally {
    child.kill('SIGTERM')
    await ended
    // npm does not wait for what it has started.
    while (existsSync(path.join(dataDir, 'lock'))) await delay(LOOK_AGAIN_MS)
  }
}
