import { AppError } from '#core/contract/errors.ts'
import type { ResourceCard } from '#core/contract/resources.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import { presentPerson } from '../people/present-person.ts'
import type { BaseDeps, ObjectStorage } from '../ports.ts'
import type { Studios } from '../studios/ports.ts'
import type {
  FileInspector,
  FilePiece,
  PreviewJobs,
  ResourceRecord,
  Resources,
  ResourceSummary,
  ResourceTransactions,
  Uploads,
  VirusScanner,
} from './ports.ts'

export interface ResourceDeps extends BaseDeps {
  resources: Resources
  resourceTransactions: ResourceTransactions
  studios: Studios
  uploads: Uploads
  inspector: FileInspector
  scanner: VirusScanner
  storage: ObjectStorage
  previews: PreviewJobs
}

export type LibraryResource = Extract<Resource, { kind: 'resource' }>

const none = () => new AppError('NOT_FOUND', '没有这份资源，或者它还没有发布。')
export const changedSince = () => new AppError('CONFLICT', '这份资源刚被改过，请刷新后再看。')

const resourceOf = ({ studio, districtId, uploader, state, downloads }: ResourceRecord): LibraryResource => ({
  ...{ kind: 'resource', studioId: studio.id, districtId, uploaderId: uploader.id, state, downloads },
})

/** Throws `NOT_FOUND` also for one that the actor must not know of. */
export async function findResource(
  { resources }: Pick<ResourceDeps, 'resources'>,
  actor: Actor,
  resourceId: string,
): Promise<{ record: ResourceRecord; resource: LibraryResource }> {
  const record = await resources.find(resourceId)
  if (record === null) throw none()
  const resource = resourceOf(record)
  if (!can(actor, 'resource.see', resource)) throw none()
  return { record, resource }
}

/** Where the bytes of a resource are had: the number names the file, which never changes. */
export const addressOfFile = (resourceId: string, number: number, piece: FilePiece) =>
  `/media/resources/${resourceId}/${number}/${piece}`

export const presentResource = (row: ResourceSummary): ResourceCard => ({
  ...{ id: row.id, title: row.title, kind: row.kind, state: row.state, shape: row.shape },
  ...{ sizeBytes: row.sizeBytes, subject: row.subject, stage: row.stage, studio: row.studio },
  uploader: presentPerson(row.uploader),
  at: new Date(row.atEpochMs).toISOString(),
  thumbnailUrl: row.hasThumbnail ? addressOfFile(row.id, row.fileNumber, 'thumbnail') : null,
  viewers: row.viewers,
  downloads: row.downloadCount,
})

/** A resource comes from an activity of its own studio, or from none. */
export async function assertActivity(
  { resources }: Pick<ResourceDeps, 'resources'>,
  { activityId, studioId, field }: { activityId: string | null; studioId: string; field: string },
): Promise<void> {
  if (activityId === null || (await resources.isActivityOf(activityId, studioId))) return
  throw new AppError('INVALID', '请选这个工作室的活动。', { field })
}
