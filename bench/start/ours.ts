import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { httpSchemasOf } from '#core/contract/http-requests.ts'
import { findFreePorts, MEDIA_PORTS, WEB_PORTS } from '#tests/support/product/free-ports.ts'
import { firstPage } from './first-page.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

const FILM_DEADLINE_MS = 180_000
const FINISHING_MS = 20_000

/** Milliseconds from `npm start` to its home page. The first call on a folder also founds the city. */
export const startOurs = ({ directory }: { directory: string }): Promise<number> =>
  startAndLook({ directory, look: () => Promise.resolve() })

/** Founds the city, and waits until its replay, filmed behind the running service, is there: later starts do not make it again. */
export async function foundOurs({ directory }: { directory: string }): Promise<void> {
  await startAndLook({
    directory,
    look: async (address) => {
      const deadlineMs = performance.now() + FILM_DEADLINE_MS
      while (!(await hasReplay(address))) {
        if (performance.now() > deadlineMs) throw new Error('The city has not been filmed.')
        await delay(1_000)
      }
      // The job that mixes its sound.
      await delay(FINISHING_MS)
    },
  })
}

async function hasReplay(address: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json', origin: new URL(address).origin }
  const answer = await fetch(new URL('/api/rpc/home.get', address), { method: 'POST', headers, body: '{}' })
  const { ok, data } = await answer.json()
  return ok === true && httpSchemasOf('home.get').output.parse(data).replays.length > 0
}

interface Start {
  directory: string
  /** While it runs; not counted. */
  look: (address: string) => Promise<void>
}

async function startAndLook({ directory, look }: Start): Promise<number> {
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
    const address = `http://localhost:${port}/`
    await firstPage(address, { ended })
    const tookMs = performance.now() - startedAtMs
    await look(address)
    return tookMs
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
