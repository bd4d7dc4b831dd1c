import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '#server/config/env.ts'
import { DataFolder } from '#server/lifecycle/data-folder.ts'
import { Lifecycle } from '#server/lifecycle/lifecycle.ts'
import { HealthRegistry } from '#server/observability/health.ts'
import { createLogger } from '#server/observability/logger.ts'
import { startCity } from '#server/start-city.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

const LINK = /^http:\/\/tongke\.test\/setup\?k=[\w-]{43}$/

let test: TestDatabase
let dataDir: string

beforeEach(async () => {
  test = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'tongke-test-set-up-'))
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** What a start of the service would print, on the same database and data folder as the one before. */
async function startedWith(env: Record<string, string>, argv: string[] = []): Promise<string | null> {
  const log = createLogger({ level: 'silent' })
  const lifecycle = new Lifecycle({ log: () => log })
  const data = await DataFolder.open(join(dataDir, 'data'))
  lifecycle.onStop({ name: 'data-folder', deadlineMs: 500, stop: () => data.close() })
  const config = loadConfig({ ...env, TONGKE_DATA_DIR: data.path }, { argv, cwd: dataDir })
  const { setUpAddress } = await startCity({
    config,
    databaseUrl: test.url,
    data,
    publicUrl: new URL('http://tongke.test'),
    lifecycle,
    health: new HealthRegistry(),
    log,
  })
  await lifecycle.stop()
  return setUpAddress
}

describe('the link for a city’s first administrator', () => {
  it('[SETUP3] is given out by each start that finds none, every time another', async () => {
    const links = [await startedWith({ TONGKE_DEMO: '0' }), await startedWith({ TONGKE_DEMO: '0' })]
    for (const link of links) expect(link).toMatch(LINK)
    expect(links[0]).not.toBe(links[1])
  })

  it('[SETUP6] is not given out by a node without pages, which would void that of the one with', async () => {
    expect(await startedWith({ TONGKE_DEMO: '0' }, ['--services=realtime,jobs'])).toBeNull()
    expect(await test.database.oneTimeLink.count()).toBe(0)
  })

  it('[SETUP6] is not given out in demo mode, nor where the demo city’s office is', async () => {
    expect(await startedWith({ TONGKE_DEMO: '1' })).toBeNull()
    expect(await startedWith({ TONGKE_DEMO: '0' })).toBeNull()
    expect(await test.database.oneTimeLink.count()).toBe(0)
  })
})
