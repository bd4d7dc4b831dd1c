import { join } from 'node:path'
import type { Actor } from '#core/domain/policy/actor.ts'
import { fileInspector } from './adapters/files/inspect-file.ts'
import { noScanner } from './adapters/files/clamd-scanner.ts'
import type { Database } from './adapters/postgres/database.ts'
import { PostgresResourceTransactions } from './adapters/postgres/postgres-resource-writes.ts'
import { PostgresResources } from './adapters/postgres/postgres-resources.ts'
import { TusUploads } from './adapters/storage/tus-uploads.ts'
import { createPdfParts } from './http/pdf-parts.ts'
import { createResourceRoutes } from './http/resource-routes.ts'
import { createUploadRoutes } from './http/upload-routes.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import { previewJobs, previewTask } from './jobs/preview-jobs.ts'
import { repeat } from './jobs/repeat.ts'
import type { HttpFront } from './lifecycle/http-front.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import { makePreview } from './previews/make-preview.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import type { Identity } from './usecases/identity/ports.ts'
import type { ObjectStorage } from './usecases/ports.ts'
import { addResource, addResourceVersion } from './usecases/resources/add-resource.ts'
import {
  changeResource,
  decideResource,
  discardResource,
  submitResource,
  withdrawResource,
} from './usecases/resources/move-resource.ts'
import { addMaterial, listMaterials, removeMaterial } from './usecases/resources/materials.ts'
import type { PreviewJobs, VirusScanner } from './usecases/resources/ports.ts'
import { getResource, listResources, noteResourceView, resourcePlaces } from './usecases/resources/read-resources.ts'
import type { ResourceDeps } from './usecases/resources/resource-door.ts'

const DROP_EXPIRED_EVERY_MS = 3_600_000

export interface ResourcePartsOptions {
  database: Database
  city: Pick<CityDeps, 'activities' | 'studios' | 'people' | 'clock' | 'ids' | 'log'>
  storage: ObjectStorage
  dataDir: string
  previews: PreviewJobs
  scanner: VirusScanner
}

export interface ResourceParts {
  useCases: HttpUseCases
  deps: ResourceDeps
  uploads: TusUploads
  /** One order, as a job carries it out. */
  makePreview(order: { sha256: string; signal?: AbortSignal | undefined }): Promise<void>
  filesWithoutPreview(): Promise<string[]>
  createRoutes(options: { actorOf: (headers: Headers) => Promise<Actor>; publicUrl: URL }): {
    uploads: ReturnType<typeof createUploadRoutes>
    files: ReturnType<typeof createResourceRoutes>
  }
}

/** Of what is founded before there are uploads and jobs: what the files become is made at the start after it. */
export function createResourceDeps({
  database,
  city: { studios, clock, ids, log },
  storage,
}: Pick<ResourcePartsOptions, 'database' | 'city' | 'storage'>): ResourceDeps {
  return {
    resources: new PostgresResources(database),
    resourceTransactions: new PostgresResourceTransactions(database, { clock, ids }),
    uploads: { finished: () => Promise.resolve(null), discard: () => Promise.resolve() },
    previews: { order: () => Promise.resolve() },
    ...{ studios, storage, inspector: fileInspector, scanner: noScanner, clock, ids, log },
  }
}

/** 资源库: what is sent, what it becomes, and its bytes. */
export async function createResourceParts(options: ResourcePartsOptions): Promise<ResourceParts> {
  const { database, city, storage, dataDir, previews, scanner } = options
  const { activities, people, clock, log } = city
  const resources = new PostgresResources(database)
  const uploads = await TusUploads.open({ folder: join(dataDir, 'uploads') })
  const deps = { ...createResourceDeps({ database, city, storage }), uploads, scanner, previews }
  const materials = { ...deps, activities }
  return {
    useCases: {
      'resources.list': (actor, input) => listResources(deps, actor, input),
      'resources.subjects': async () => ({ subjects: await resources.subjects() }),
      'resources.places': (actor) => resourcePlaces({ people }, actor),
      'resource.get': (actor, input) => getResource(deps, actor, input),
      'resource.add': (actor, input) => addResource(deps, actor, input),
      'resource.add-version': (actor, input) => addResourceVersion(deps, actor, input),
      'resource.change': (actor, input) => changeResource(deps, actor, input),
      'resource.submit': (actor, input) => submitResource(deps, actor, input),
      'resource.decide': (actor, input) => decideResource(deps, actor, input),
      'resource.withdraw': (actor, input) => withdrawResource(deps, actor, input),
      'resource.discard': (actor, input) => discardResource(deps, actor, input),
      'activity.materials': (actor, input) => listMaterials(materials, actor, input),
      'activity.add-material': (actor, input) => addMaterial(materials, actor, input),
      'activity.remove-material': (actor, input) => removeMaterial(materials, actor, input),
      'resource.note-view': (actor, input) => noteResourceView(deps, actor, input),
    },
    deps,
    uploads,
    filesWithoutPreview: () => resources.filesWithoutPreview(),
    makePreview: (order) => makePreview({ files: resources, storage, log }, order),
    createRoutes: ({ actorOf, publicUrl }) => ({
      uploads: createUploadRoutes({ uploads, actorOf, publicUrl }),
      files: createResourceRoutes({ resources, storage, actorOf, clock, log }),
    }),
  }
}

export interface StartResourcesOptions extends Omit<ResourcePartsOptions, 'previews'> {
  queue: JobQueue
  identity: Identity
  front: HttpFront
  publicUrl: URL
  doesJobs: boolean
  lifecycle: Lifecycle
}

/** The same, with its addresses open and its jobs carried out here where this process does jobs. */
export async function startResources(options: StartResourcesOptions): Promise<ResourceParts> {
  const { queue, identity, front, publicUrl, doesJobs, lifecycle, city } = options
  const parts = await createResourceParts({ ...options, previews: previewJobs(queue) })
  const routes = parts.createRoutes({ actorOf: (headers) => identity.actorOf(headers), publicUrl })
  front.handle(routes.uploads)
  front.handle(routes.files)
  front.handle(createPdfParts())
  if (doesJobs) {
    // Kept, and the process ended before it was ordered; or founded with the demo city.
    for (const sha256 of await parts.filesWithoutPreview()) await previewJobs(queue).order(sha256)
    await queue.work(previewTask((order) => parts.makePreview(order)))
  }
  const dropping = repeat(() => parts.uploads.dropExpired(), {
    ...{ everyMs: DROP_EXPIRED_EVERY_MS, name: 'drop_uploads', log: city.log },
  })
  lifecycle.onStop({ name: 'uploads', deadlineMs: 1_000, stop: () => dropping.stop() })
  return parts
}
