import { sharpPhotoMaker } from './adapters/images/sharp-photo-maker.ts'
import type { Database } from './adapters/postgres/database.ts'
import { PostgresApplicationTransactions } from './adapters/postgres/postgres-application-writes.ts'
import { PostgresApplications } from './adapters/postgres/postgres-applications.ts'
import type { ApplicationDeps } from './usecases/applications/application-door.ts'
import { createApplicationPhotoDoor } from './usecases/applications/application-photos.ts'
import { decideApplications } from './usecases/applications/decide-applications.ts'
import { getApplication, listApplications } from './usecases/applications/look-at-applications.ts'
import { findSchools, getOwnApplication } from './usecases/applications/look-at-own.ts'
import { saveApplication, submitApplication, withdrawApplication } from './usecases/applications/write-application.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import type { ObjectStorage } from './usecases/ports.ts'

type Options = { database: Database; city: Pick<CityDeps, 'clock' | 'ids'> }

export const createApplicationDeps = ({ database, city: { clock, ids } }: Options): ApplicationDeps => ({
  applications: new PostgresApplications(database),
  applicationTransactions: new PostgresApplicationTransactions(database, { clock, ids }),
  ...{ clock, ids },
})

/** 2 寸照片. */
export const createApplicationPhotos = ({ storage, ...options }: Options & { storage: ObjectStorage }) =>
  createApplicationPhotoDoor({ ...createApplicationDeps(options), photoMaker: sharpPhotoMaker, storage })

/** 开通申请. */
export function createApplicationUseCases(options: Options) {
  const deps = createApplicationDeps(options)
  return {
    'application.mine': (actor) => getOwnApplication(deps, actor),
    'application.schools': (actor, input) => findSchools(deps, actor, input),
    'application.save': (actor, input) => saveApplication(deps, actor, input),
    'application.submit': (actor, input) => submitApplication(deps, actor, input),
    'application.withdraw': (actor, input) => withdrawApplication(deps, actor, input),
    'application.get': (actor, input) => getApplication(deps, actor, input),
    'applications.list': (actor, input) => listApplications(deps, actor, input),
    'applications.decide': (actor, input) => decideApplications(deps, actor, input),
  } satisfies HttpUseCases
}
