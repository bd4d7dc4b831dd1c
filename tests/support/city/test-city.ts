import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#core/domain/policy/actor.ts'
import { clearCity } from '#server/adapters/postgres/clear-city.ts'
import { sharpImageDecoder } from '#server/adapters/images/sharp-image-decoder.ts'
import { PostgresPlanImageStore } from '#server/adapters/postgres/plan-image-store.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { buildIdentity, createAppDeps, createCityDeps } from '#server/composition.ts'
import { readDemoAccounts } from '#server/demo/demo-accounts.ts'
import { foundDemoCity } from '#server/demo/found-demo-city.ts'
import type { LiveConnections } from '#server/usecases/identity/ports.ts'
import type { AppDeps } from '#server/usecases/http/app-deps.ts'
import type { CityDeps, HttpUseCases } from '#server/usecases/http/use-cases.ts'
import { createPlanImageDoor } from '#server/usecases/plans/plan-image-door.ts'
import { createAnnouncementUseCases } from '#server/start-announcements.ts'
import {
  createApplicationDeps,
  createApplicationPhotos,
  createApplicationUseCases,
} from '#server/start-applications.ts'
import { createImportParts, type ImportParts } from '#server/start-imports.ts'
import { createResourceDeps, createResourceParts, type ResourceParts } from '#server/start-resources.ts'
import { noScanner } from '#server/adapters/files/clamd-scanner.ts'
import { createWaitingUseCases } from '#server/start-waiting.ts'
import { createYearPlanDeps, createYearPlanUseCases } from '#server/start-year-plans.ts'
import { createMembershipDeps, createMembershipUseCases } from '#server/start-memberships.ts'
import { SmtpMailer } from '#server/adapters/mail/smtp-mailer.ts'
import { createMailParts, type MailParts } from '#server/start-mail.ts'
import { createNotificationParts } from '#server/start-notifications.ts'
import { getPlan } from '#server/usecases/plans/get-plan.ts'
import { noRoomRoles } from '#server/usecases/plans/ports.ts'
import type { Clock, ObjectStorage } from '#server/usecases/ports.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { createKeptLog, type LoggedError } from './kept-log.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>

export interface TestCity {
  city: CityDeps
  app: AppDeps
  /** The same with the parts of other areas, as the process joins them. */
  appWith(useCases: HttpUseCases): AppDeps
  /** Orders wait until a test carries them out. */
  imports: ImportParts
  /** Letters and reminders wait until a test sends them. */
  mail: MailParts
  /** Orders of previews wait until a test carries them out. */
  resources: ResourceParts
  storage: ObjectStorage
  database: TestDatabase['database']
  databaseUrl: string
  dataDir: string
  /** What was logged as a bug. */
  errors: LoggedError[]
  actorOf(name: string): Promise<PersonActor>
  passwordOf(username: string): Promise<string>
  close(): Promise<void>
}

/** Without rooms and plans nobody holds anything open. */
const NO_CONNECTIONS: LiveConnections = {
  closePerson: () => undefined,
  recheckPerson: () => undefined,
  recheckActivity: () => undefined,
}

const PUBLIC_URL = new URL('http://tongke.test')

/** The demo city in a database of its own, with everything that answers HTTP, without Next. */
export async function foundTestCity(options: { clock?: Clock; smtpUrl?: string | null } = {}): Promise<TestCity> {
  const test = await openTestCity(options)
  const plans = new PostgresPlanStore(test.database)
  await foundDemoCity(
    {
      ...{ ...test.city, storage: test.storage, plans },
      yearPlans: createYearPlanDeps(test),
      memberships: createMembershipDeps({ ...test, connections: NO_CONNECTIONS }),
      applications: createApplicationDeps(test),
      applicationPhotos: createApplicationPhotos(test),
      library: createResourceDeps(test),
    },
    { dataDir: test.dataDir, clear: () => clearCity(test.database) },
  )
  return test
}

/** The same without anybody in it. */
export async function openTestCity({
  clock = createSystemClock(),
  smtpUrl = null,
}: { clock?: Clock; smtpUrl?: string | null } = {}): Promise<TestCity> {
  const { database, url, close } = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'tongke-test-city-'))
  const storage = new LocalStorage({ folder: join(dataDir, 'storage') })
  const { log, errors } = createKeptLog()
  const city = createCityDeps({ database, clock, log })
  const identity = buildIdentity(city, {
    database,
    secret: 'only for tests, 32 characters or more',
    publicUrl: PUBLIC_URL,
  })
  const plans = new PostgresPlanStore(database)
  const planDeps = { plans, roomRoles: noRoomRoles }
  const planImages = createPlanImageDoor({
    ...planDeps,
    images: new PostgresPlanImageStore(database),
    decoder: sharpImageDecoder,
    storage,
    ids: city.ids,
  })
  const imports = createImportParts({ database, city, jobs: { orderImport: () => Promise.resolve() } })
  const notifications = createNotificationParts({ database, city })
  const mailer = smtpUrl === null ? null : new SmtpMailer({ url: smtpUrl, from: '同课 <tongke@tongke.test>' })
  const mail = createMailParts({ database, city, mailer, publicUrl: PUBLIC_URL })
  const resources = await createResourceParts({
    ...{ database, city, storage, dataDir, scanner: noScanner },
    previews: { order: () => Promise.resolve() },
  })
  const applications = createApplicationUseCases({ database, city })
  const appWith = (useCases: HttpUseCases) =>
    createAppDeps({
      ...{ city, identity, storage, planImages, imports: imports.door, publicUrl: PUBLIC_URL },
      connections: NO_CONNECTIONS,
      applicationPhotos: createApplicationPhotos({ database, city, storage }),
      useCases: {
        'plan.get': (actor, input) => getPlan(planDeps, actor, input),
        ...imports.useCases,
        ...createMembershipUseCases({ database, city, connections: NO_CONNECTIONS }),
        ...createYearPlanUseCases({ database, city }),
        ...notifications.useCases,
        ...mail.useCases,
        ...applications,
        ...resources.useCases,
        ...createAnnouncementUseCases({ database, city }),
        ...createWaitingUseCases({ database, city }),
        ...useCases,
      },
    })
  return {
    city,
    app: appWith({}),
    appWith,
    imports,
    mail,
    resources,
    storage,
    database,
    databaseUrl: url,
    dataDir,
    errors,
    actorOf: async (name) => {
      const { id } = await database.person.findFirstOrThrow({ where: { name }, select: { id: true } })
      const actor = await city.people.actor(id)
      if (actor === null) throw new Error(`nobody is called ${name}`)
      return actor
    },
    passwordOf: async (username) => {
      const account = (await readDemoAccounts(dataDir))?.accounts.find((one) => one.username === username)
      if (account === undefined) throw new Error(`no account is called ${username}`)
      return account.password
    },
    close: async () => {
      mailer?.close()
      await close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
