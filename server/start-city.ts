import type { Config, StorageConfig } from './config/config.ts'
import type { DataFolder } from './lifecycle/data-folder.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import { progress } from './lifecycle/progress.ts'
import { StartFault } from './lifecycle/start-fault.ts'
import type { HealthRegistry } from './observability/health.ts'
import { PostgresPlanStore } from './adapters/postgres/plan-store.ts'
import { clearCity } from './adapters/postgres/clear-city.ts'
import { createDatabase, type Database } from './adapters/postgres/database.ts'
import { createSystemClock } from './adapters/system-clock.ts'
import { buildIdentity, createCityDeps, createStorage } from './composition.ts'
import { createMembershipDeps } from './start-memberships.ts'
import { createApplicationDeps, createApplicationPhotos } from './start-applications.ts'
import { createResourceDeps } from './start-resources.ts'
import { createYearPlanDeps } from './start-year-plans.ts'
import { foundDemoCity, type ShownAccount } from './demo/found-demo-city.ts'
import { offerSetUp } from './usecases/identity/set-up.ts'
import type { CityDeps } from './usecases/http/use-cases.ts'
import type { Identity } from './usecases/identity/ports.ts'
import type { Log, ObjectStorage } from './usecases/ports.ts'

export interface StartCityOptions {
  config: Config
  databaseUrl: string
  data: DataFolder
  publicUrl: URL
  lifecycle: Lifecycle
  health: HealthRegistry
  log: Log
}

export interface StartedCity {
  database: Database
  storage: ObjectStorage
  city: CityDeps
  identity: Identity
  /** One account per role of the demo city; none without it. */
  demoAccounts: ShownAccount[]
  /** The address at which the city's first administrator begins; null where there is one, or a demo city. */
  setUpAddress: string | null
}

/**
 * People, studios, activities, their storage and the door for people: what every part of the process stands on.
 * @throws StartFault when the storage cannot be used
 */
export async function startCity({
  config,
  databaseUrl,
  data,
  publicUrl,
  lifecycle,
  health,
  log,
}: StartCityOptions): Promise<StartedCity> {
  const database = createDatabase(databaseUrl)
  lifecycle.onStop({ name: 'database-pool', deadlineMs: 1_000, stop: () => database.$disconnect() })
  const { storage, close } = await createStorage(config.storage)
  lifecycle.onStop({ name: 'storage', deadlineMs: 100, stop: close })
  await storage.check().catch(explainStorage(config.storage))
  health.register('storage', () => storage.check())
  const secret = config.secret.kind === 'given' ? config.secret.value : data.keptSecret('secret')
  const city = createCityDeps({ database, clock: createSystemClock(), log })
  const identity = buildIdentity(city, { database, secret, publicUrl })
  const demoAccounts = config.demo ? await settleDemo({ city, storage, database, dataDir: config.dataDir }) : []
  const offered = config.demo || !config.services.has('web') ? null : await offerSetUp(city)
  const setUpAddress = offered === null ? null : new URL(`/setup?k=${offered.link}`, publicUrl).href
  lifecycle.checkpoint()
  return { database, storage, city, identity, demoAccounts, setUpAddress }
}

interface SettleDemoOptions {
  city: CityDeps
  storage: ObjectStorage
  database: Database
  dataDir: string
}

function settleDemo({ city, storage, database, dataDir }: SettleDemoOptions): Promise<ShownAccount[]> {
  return progress.step('演示城市', async () => {
    const accounts = await foundDemoCity(
      {
        ...{ ...city, storage, plans: new PostgresPlanStore(database) },
        yearPlans: createYearPlanDeps({ database, city }),
        // Before anybody can sign in nobody holds anything open.
        memberships: createMembershipDeps({ database, city, connections: { recheckPerson: () => undefined } }),
        applications: createApplicationDeps({ database, city }),
        applicationPhotos: createApplicationPhotos({ database, city, storage }),
        library: createResourceDeps({ database, city, storage }),
      },
      { dataDir, clear: () => clearCity(database) },
    )
    return { detail: accounts.length === 0 ? '数据库已有自己的人员' : '已就绪', result: accounts }
  })
}

const explainStorage =
  (config: StorageConfig) =>
  (cause: unknown): never => {
    const place = config.kind === 'local' ? config.folder : `${config.bucket}（${config.endpoint ?? config.region}）`
    throw new StartFault({
      what: `存储用不了：${place}，${reasonOf(cause)}。The storage cannot be used.`,
      remedy: '请核对 TONGKE_STORAGE 与它的密钥，并确认它在运行。Check TONGKE_STORAGE and its keys, and that it runs.',
      cause,
    })
  }

/** A storage's own answers often have a name and a status, and no words. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : `${cause.name} ${cause.message}`.trim()
}
