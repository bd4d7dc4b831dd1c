import type {
  FileShape,
  MaterialPhase,
  ResourceFilter,
  ResourceInput,
  ResourceState,
} from '#core/contract/resources.ts'
import type { AuditTrail, Notifications } from '../ports.ts'
import type { PersonSummary } from '../people/ports.ts'

/** A file that somebody has sent, as it lies on this machine until it is checked. */
export interface Upload {
  ownerId: string
  fileName: string
  sizeBytes: number
  path: string
}

export interface Uploads {
  /** Null while bytes are missing, for what is too old, and for what was never there. */
  finished(uploadId: string): Promise<Upload | null>
  /** Idempotent. */
  discard(uploadId: string): Promise<void>
}

export interface InspectedFile {
  mimeType: string
  shape: FileShape
}

/** What a file is, told from its bytes. Throws `INVALID` with field `file` for what is not taken here. */
export interface FileInspector {
  inspect(file: { path: string; fileName: string }): Promise<InspectedFile>
}

/** Looks for malware. `not-scanned` where the installation has no scanner. */
export interface VirusScanner {
  scan(path: string): Promise<'clean' | 'infected' | 'not-scanned'>
}

export interface NewStoredFile extends InspectedFile {
  sha256: string
  sizeBytes: number
  objectKey: string
}

export interface FileFacts extends NewStoredFile {
  preview: 'waiting' | 'ready' | 'none'
  thumbnailKey: string | null
  shownKey: string | null
}

/** `shown` in the page, a small picture of it, or to be saved. */
export type FilePiece = 'shown' | 'thumbnail' | 'download'

export interface ResourceSummary extends Pick<ResourceInput, 'title' | 'kind' | 'subject' | 'stage'> {
  id: string
  state: ResourceState
  shape: FileShape
  sizeBytes: number
  studio: { id: string; name: string }
  uploader: PersonSummary
  atEpochMs: number
  fileNumber: number
  hasThumbnail: boolean
  viewers: number
  downloadCount: number
}

export interface ResourceVersionRow {
  number: number
  fileName: string
  note: string
  addedBy: string
  addedAtEpochMs: number
  file: FileFacts
}

export interface ResourceRecord extends ResourceSummary, ResourceInput {
  districtId: string | null
  masterId: string
  activity: { id: string; title: string; isDraft: boolean } | null
  reason: string
  version: number
  meanCoverage: number | null
  /** The newest first. */
  versions: ResourceVersionRow[]
}

/** When, and id: of the last one seen. */
export type ResourcePosition = readonly [atEpochMs: number, id: string]

export interface ResourceQuery {
  /** Published ones; or those of one uploader; or those that wait in the named studios. */
  show: { kind: 'published' } | { kind: 'own'; uploaderId: string } | { kind: 'waiting'; studioIds: readonly string[] }
  filter: ResourceFilter
  search: string | undefined
  after: ResourcePosition | null
  limit: number
}

export interface MaterialRow {
  summary: ResourceSummary
  phase: MaterialPhase
  /** It came from the activity, and nobody has to add it. */
  cameFromIt: boolean
  districtId: string | null
  downloads: ResourceInput['downloads']
}

export interface Resources {
  /** Of an activity: those added, in their order, then what came from it. */
  materials(activityId: string): Promise<MaterialRow[]>
  find(resourceId: string): Promise<ResourceRecord | null>
  list(query: ResourceQuery): Promise<ResourceSummary[]>
  /** Of the published, those of most first. */
  subjects(): Promise<{ value: string; count: number }[]>
  /** What an upload has become. */
  byUpload(uploadId: string): Promise<{ resourceId: string; number: number; addedById: string } | null>
  file(sha256: string): Promise<FileFacts | null>
  isActivityOf(activityId: string, studioId: string): Promise<boolean>
  /** Of one person; adds to what they had seen before. */
  noteView(view: { resourceId: string; personId: string; parts: bigint }): Promise<void>
  noteDownload(taken: { resourceId: string; personId: string; day: string }): Promise<void>
}

type Seen = { version: number }

export interface NewVersion {
  resourceId: string
  number: number
  sha256: string
  fileName: string
  note: string
  addedById: string
  addedAtEpochMs: number
  uploadId: string
}

/** Within one transaction. Each that answers a boolean: false where it is at another version by now. */
export interface ResourceWrites {
  audit: AuditTrail
  notifications: Notifications
  /** Does nothing where the bytes are known. */
  keepFile(file: NewStoredFile & { preview: 'waiting' | 'none'; createdAtEpochMs: number }): Promise<void>
  create(
    resource: ResourceInput & {
      id: string
      studioId: string
      uploaderId: string
      shape: FileShape
      atEpochMs: number
    },
  ): Promise<void>
  addVersion(version: NewVersion & { shape: FileShape }): Promise<void>
  change(resourceId: string, change: Seen & { input: ResourceInput }): Promise<boolean>
  move(
    resourceId: string,
    step: Seen & { to: ResourceState; reason: string; atEpochMs: number | null },
  ): Promise<boolean>
  discard(resourceId: string, seen: Seen): Promise<boolean>
  addMaterial(material: { activityId: string; resourceId: string; phase: MaterialPhase }): Promise<void>
  /** False where it was not there. */
  removeMaterial(material: { activityId: string; resourceId: string }): Promise<boolean>
}

export interface ResourceTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: ResourceWrites) => Promise<Result>): Promise<Result>
}

/** Makes what can be shown of a file; done again under the same digest while it waits, it is done once. */
export interface PreviewJobs {
  order(sha256: string): Promise<void>
}

/** What a job has made of a file; nulls for what cannot be made of it. */
export interface MadePreview {
  thumbnailKey: string | null
  shownKey: string | null
  pageCount: number | null
  durationMs: number | null
}

export interface FilePreviews {
  file(sha256: string): Promise<FileFacts | null>
  /** Digests of those that a job has not come to yet. */
  filesWithoutPreview(): Promise<string[]>
  keepPreview(sha256: string, made: MadePreview): Promise<void>
}
