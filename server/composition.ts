import { randomIds } from './adapters/random-ids.ts'
import { createAuth } from './adapters/identity/create-auth.ts'
import { createIdentity } from './adapters/identity/create-identity.ts'
import { PostgresAccounts } from './adapters/postgres/postgres-accounts.ts'
import type { Database } from './adapters/postgres/database.ts'
import { PostgresActivities } from './adapters/postgres/postgres-activities.ts'
import { PostgresActivityWrites } from './adapters/postgres/postgres-activity-writes.ts'
import { PostgresAttemptLimiter } from './adapters/postgres/postgres-attempt-limiter.ts'
import { PostgresCalendarTokens } from './adapters/postgres/postgres-calendar-tokens.ts'
import { PostgresCalendar } from './adapters/postgres/postgres-calendar.ts'
import { PostgresAuditLines } from './adapters/postgres/postgres-audit-lines.ts'
import { PostgresLivePresence } from './adapters/postgres/postgres-live-presence.ts'
import { PostgresOneTimeLinks } from './adapters/postgres/postgres-one-time-links.ts'
import { PostgresPeople } from './adapters/postgres/postgres-people.ts'
import { PostgresRegistrationTransactions } from './adapters/postgres/postgres-registration-writes.ts'
import { PostgresRegistrations } from './adapters/postgres/postgres-registrations.ts'
import { PostgresResources } from './adapters/postgres/postgres-resources.ts'
import { PostgresSessionOpener } from './adapters/postgres/postgres-session-opener.ts'
import { PostgresStrips } from './adapters/postgres/postgres-strips.ts'
import { PostgresStudioWrites } from './adapters/postgres/postgres-studio-writes.ts'
import { PostgresStudios } from './adapters/postgres/postgres-studios.ts'
import { PostgresTransactions } from './adapters/postgres/postgres-transactions.ts'
import { createRequestLimiter } from './adapters/request-limiter.ts'
import { LocalStorage } from './adapters/storage/local-storage.ts'
import type { StorageConfig } from './config/config.ts'
import type { AppDeps } from './usecases/http/app-deps.ts'
import type { ApplicationPhotoDoor } from './usecases/applications/application-photos.ts'
import { readCover } from './usecases/activities/read-cover.ts'
import type { LivePresence, SessionOpener } from './usecases/activities/ports.ts'
import { toWireError } from './usecases/http/incident.ts'
import { perform } from './usecases/http/perform.ts'
import { createCityUseCases, type CityDeps, type HttpUseCases } from './usecases/http/use-cases.ts'
import type { Identity, LiveConnections } from './usecases/identity/ports.ts'
import type { ImportDoor } from './usecases/import/import-door.ts'
import { readPortrait } from './usecases/people/read-portrait.ts'
import type { PlanImageDoor } from './usecases/plans/plan-image-door.ts'
import type { Clock, Ids, Log, ObjectStorage } from './usecases/ports.ts'

/** Enough for the fastest hands, and a class that opens the same page from behind one address. */
const REQUESTS_PER_ACTOR = { requests: 300, seconds: 10 } as const

/** The storage that the configuration names. Nothing is touched until it is used; ask `check()`. */
export async function createStorage(config: StorageConfig): Promise<{ storage: ObjectStorage; close: () => void }> {
  switch (config.kind) {
    case 'local':
      return { storage: new LocalStorage(config), close: () => undefined }
    case 's3': {
      // Read only where it is used: its code is a large part of all that is read at a start.
      const { S3Storage } = await import('./adapters/storage/s3-storage.ts')
      const storage = new S3Storage(config)
      return { storage, close: () => storage.close() }
    }
    default:
      return config satisfies never
  }
}

export interface CityOptions {
  database: Database
  clock: Clock
  log: Log
  ids?: Ids
  /** The room server's, once it runs in this process; otherwise read from the logs. */
  presence?: LivePresence
  sessionOpener?: SessionOpener
}

/** The repositories of people, studios and activities: what the use-cases of these areas, and the demo city, need. */
export function createCityDeps({ database, clock, log, ids = randomIds, ...options }: CityOptions): CityDeps {
  const people = new PostgresPeople(database)
  return {
    clock,
    log,
    ids,
    people,
    districts: people,
    accounts: new PostgresAccounts({ database, ids }),
    links: new PostgresOneTimeLinks(database),
    limiter: new PostgresAttemptLimiter({ database, clock, ids }),
    studios: new PostgresStudios(database, { clock, ids }),
    studioWrites: new PostgresStudioWrites(database),
    transactions: new PostgresTransactions(database, { clock, ids }),
    activities: new PostgresActivities(database),
    activityWrites: new PostgresActivityWrites(database, { clock, ids }),
    registrations: new PostgresRegistrations(database),
    registrationTransactions: new PostgresRegistrationTransactions(database, { clock, ids }),
    sessionOpener: options.sessionOpener ?? new PostgresSessionOpener(database),
    presence: options.presence ?? new PostgresLivePresence(database),
    strips: new PostgresStrips(database),
    auditLines: new PostgresAuditLines(database),
    calendar: new PostgresCalendar(database),
    resources: new PostgresResources(database),
    calendarTokens: new PostgresCalendarTokens(database, { clock, ids }),
  }
}

export interface IdentityParts {
  database: Database
  /** Signs cookies; at least 32 characters. */
  secret: string
  publicUrl: URL
}

/** The door for people, used by Next, the room's sockets and the plan's channel alike. */
export function buildIdentity(city: CityDeps, { database, secret, publicUrl }: IdentityParts): Identity {
  const { clock, ids, log, people, limiter } = city
  const auth = createAuth({ database, secret, publicUrl })
  const personOf = (userId: string) => people.actorOfUser(userId)
  return createIdentity({ auth, limiter, publicUrl, personOf, clock, ids, log })
}

export interface AppOptions {
  city: CityDeps
  identity: Identity
  storage: ObjectStorage
  publicUrl: URL
  planImages: PlanImageDoor
  imports: ImportDoor
  applicationPhotos: ApplicationPhotoDoor
  connections: LiveConnections
  /** The parts of other areas: `plan.get`, `replay.*`. */
  useCases?: HttpUseCases
}

export function createAppDeps({
  city,
  identity,
  storage,
  publicUrl,
  planImages,
  imports,
  applicationPhotos,
  ...parts
}: AppOptions): AppDeps {
  const useCases = { ...createCityUseCases({ ...city, connections: parts.connections }), ...parts.useCases }
  const performDeps = { useCases, log: city.log, ids: city.ids }
  return {
    publicUrl,
    identity,
    limiter: createRequestLimiter(REQUESTS_PER_ACTOR),
    perform: (name, request) => perform(performDeps, name, request),
    report: (error, fields) => toWireError(city, error, fields),
    planImages,
    imports,
    applicationPhotos,
    readPortrait: (personId) => readPortrait({ people: city.people, storage }, personId),
    readCover: (actor, activityId) => readCover({ activities: city.activities, storage }, actor, activityId),
  }
}
