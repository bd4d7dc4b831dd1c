import { AppError } from '#core/contract/errors.ts'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { ByteRange } from '../ports.ts'
import type { ReplayBytes } from '../replay/read-bytes.ts'
import type { FileFacts, FilePiece } from './ports.ts'
import { findResource, type ResourceDeps } from './resource-door.ts'

export interface ResourceFile extends ReplayBytes {
  sha256: string
  /** As which it is saved; null for what is shown in the page. */
  fileName: string | null
}

type FileDeps = Pick<ResourceDeps, 'resources' | 'storage' | 'clock'>

const gone = () => new AppError('NOT_FOUND', '没有这个文件，或者它不对您开放。')

/**
 * A piece of one file of a resource. `NOT_FOUND` also for what the actor may not see or take. An Office file is handed out
 * to be saved only: no browser is asked to make sense of it.
 */
export async function readResourceFile(
  deps: FileDeps,
  actor: Actor,
  { resourceId, number, piece }: { resourceId: string; number: number; piece: FilePiece },
): Promise<ResourceFile> {
  const { record, resource } = await findResource(deps, actor, resourceId)
  const version = record.versions.find((one) => one.number === number)
  if (version === undefined) throw gone()
  const isDownload = piece === 'download'
  if (isDownload && !can(actor, 'resource.download', resource)) throw gone()
  const found = objectOf(version.file, piece)
  if (found === null) throw gone()
  const { objectKey, mimeType } = found
  const sizeBytes = await deps.storage.sizeBytes(objectKey)
  if (sizeBytes === null) throw gone()
  const read = async (range: ByteRange) => {
    const object = await deps.storage.read(objectKey, range)
    if (object === null) throw gone()
    return object.body
  }
  const fileName = isDownload ? version.fileName : null
  return { mimeType, sizeBytes, isFinal: true, read, sha256: version.file.sha256, fileName }
}

function objectOf(file: FileFacts, piece: FilePiece): { objectKey: string; mimeType: string } | null {
  switch (piece) {
    case 'download':
      return file
    case 'shown':
      return shownOf(file)
    case 'thumbnail':
      return file.thumbnailKey === null ? null : { objectKey: file.thumbnailKey, mimeType: 'image/webp' }
    default:
      return piece satisfies never
  }
}

/** A picture is shown without what cameras write into it: where it was taken is nobody's business. */
function shownOf({ shape, shownKey, ...file }: FileFacts): { objectKey: string; mimeType: string } | null {
  if (shape !== 'office' && shape !== 'picture') return file
  const mimeType = shape === 'office' ? 'application/pdf' : 'image/webp'
  return shownKey === null ? null : { objectKey: shownKey, mimeType }
}

const two = (number: number) => String(number).padStart(2, '0')

/** Once a person and day. Of guests nothing is kept, nor of who has uploaded it. */
export async function noteDownload(
  { resources, clock }: Pick<FileDeps, 'resources' | 'clock'>,
  actor: Actor,
  resourceId: string,
): Promise<void> {
  if (actor.kind !== 'person') return
  const { year, month, day } = cityDateOf(clock.nowEpochMs())
  await resources.noteDownload({ resourceId, personId: actor.personId, day: `${year}-${two(month)}-${two(day)}` })
}
