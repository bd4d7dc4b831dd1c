import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postmasterPid, temporaryDataDir } from '#tests/support/service-process.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const STOP_LIMIT_MS = 10_000

/** The service as npm runs it: in development mode, and without the pages, which are compiled on demand there. */
describe('started by npm', () => {
  let data: ReturnType<typeof temporaryDataDir>
  let npm: ChildProcess

  beforeEach(async () => {
    data = temporaryDataDir()
    npm = spawn('npm', ['run', 'dev', '--', '--services=realtime'], {
      cwd: root,
      env: { ...process.env, PORT: '0', TONGKE_DATA_DIR: data.path, TONGKE_DEMO: '0', TONGKE_MEDIA_WORKERS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    await new Promise<void>((ready, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString()
        if (output.includes('同课已就绪')) ready()
      }
      npm.stdout?.on('data', read)
      npm.stderr?.on('data', read)
      npm.once('close', () => reject(new Error(output)))
    })
  })
  afterEach(() => {
    npm.kill('SIGKILL')
    data.remove()
  })

  it('[START12] SIGTERM to npm reaches the service: exit code 0 within 10 s, and no PostgreSQL is left', async () => {
    const closed = once(npm, 'close')
    const askedAtMs = performance.now()
    npm.kill('SIGTERM')
    expect(await closed).toEqual([0, null])
    expect(performance.now() - askedAtMs).toBeLessThan(STOP_LIMIT_MS)
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START12] npm killed by force takes the service with it, which ends as asked', async () => {
    // Closed are its pipes when the last process that writes to them has ended.
    const closed = once(npm, 'close')
    npm.kill('SIGKILL')
    await closed
    expect(postmasterPid(data.path)).toBeUndefined()
  })
})
