import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '#core/domain/policy/actor.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { clearCity } from '#server/adapters/postgres/clear-city.ts'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { createCityDeps } from '#server/composition.ts'
import { readDemoAccounts } from '#server/demo/demo-accounts.ts'
import { createMembershipDeps } from '#server/start-memberships.ts'
import { createApplicationDeps, createApplicationPhotos } from '#server/start-applications.ts'
import { createResourceDeps } from '#server/start-resources.ts'
import { createYearPlanDeps } from '#server/start-year-plans.ts'
import type { DemoDeps } from '#server/demo/demo-city.ts'
import { foundDemoCity } from '#server/demo/found-demo-city.ts'
import { addOrganisation, addPerson } from '#server/usecases/people/add-person.ts'
import { createKeptLog } from '#tests/support/city/kept-log.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

let test: TestDatabase
let dataDir: string
let deps: DemoDeps

beforeEach(async () => {
  test = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'tongke-test-demo-'))
  const city = createCityDeps({ database: test.database, clock: createSystemClock(), log: createKeptLog().log })
  const storage = new LocalStorage({ folder: join(dataDir, 'storage') })
  deps = {
    ...{ ...city, storage },
    plans: new PostgresPlanStore(test.database),
    yearPlans: createYearPlanDeps({ database: test.database, city }),
    memberships: createMembershipDeps({
      ...{ database: test.database, city },
      connections: { recheckPerson: () => undefined },
    }),
    applications: createApplicationDeps({ database: test.database, city }),
    applicationPhotos: createApplicationPhotos({ database: test.database, city, storage }),
    library: createResourceDeps({ database: test.database, city, storage }),
  }
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

const found = (using: DemoDeps = deps) => foundDemoCity(using, { dataDir, clear: () => clearCity(test.database) })

describe('founding the demo city', () => {
  it('[DEMO1] fills an empty database once; the passwords are random and for the owner’s eyes alone', async () => {
    const shown = await found()
    expect(shown.map(({ role }) => role)).toContain('名师（主持人）')
    expect(new Set(shown.map(({ password }) => password)).size).toBe(shown.length)
    for (const { password } of shown) expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    expect((await stat(join(dataDir, 'demo-accounts.json'))).mode & 0o777).toBe(0o600)
    const people = await deps.people.count()
    expect(people).toBeGreaterThanOrEqual(40)

    expect(await found()).toEqual(shown)
    expect(await deps.people.count()).toBe(people)
  })

  it('[DEMO2] cut short, it begins anew and is whole', async () => {
    const killed = new Error('killed')
    const opener = { opened: () => Promise.reject(killed) }
    await expect(found({ ...deps, sessionOpener: opener })).rejects.toBe(killed)
    expect(await deps.people.count()).toBeGreaterThan(0)

    const shown = await found()
    expect(shown).toHaveLength(9)
    expect(await readDemoAccounts(dataDir)).toMatchObject({ complete: true })
    expect(await test.database.activity.count({ where: { state: 'live' } })).toBe(1)
  })

  it('[DEMO3] a database with people of its own stays as it is', async () => {
    const { organisationId } = await addOrganisation(deps, SYSTEM, {
      parentId: null,
      kind: 'school',
      name: '一所学校',
      shortName: '一校',
    })
    await addPerson(deps, SYSTEM, {
      username: 'somebody',
      password: 'a long password',
      name: '某老师',
      organisationId,
      subject: null,
      stage: null,
      post: null,
      note: null,
      colour: 1,
      portraitKey: null,
    })
    expect(await found()).toEqual([])
    expect(await deps.people.count()).toBe(1)
    expect(await readDemoAccounts(dataDir)).toBeNull()
  })
})
