import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Activities } from '../activities/ports.ts'
import type { ByteRange, ObjectStorage } from '../ports.ts'
import { seesReplay } from './find-replay.ts'
import type { PartIndexFacts, RecordedFiles, ReplayPieces } from './ports.ts'

export interface ReadBytesDeps {
  activities: Activities
  pieces: ReplayPieces
  files: RecordedFiles
  storage: ObjectStorage
}

/** Bytes that can be asked for in ranges. */
export interface ReplayBytes {
  mimeType: string
  sizeBytes: number
  /** The bytes of this address never change again: made of it an ETag may be. */
  isFinal: boolean
  /** Rejects with `NOT_FOUND` when they went away meanwhile. */
  read(range: ByteRange): Promise<NodeJS.ReadableStream>
}

const gone = () => new AppError('NOT_FOUND', '没有这段录像，或者它不对您开放。')

/** [REPLAY2] All of these answer `NOT_FOUND` also for bytes of a replay that the actor may not see. */
export async function readPart(deps: ReadBytesDeps, actor: Actor, partId: string): Promise<ReplayBytes> {
  const { part, recordingId } = await findPart(deps, actor, partId)
  const { mimeType, state } = part
  const place = { recordingId, ...part }
  const read = async (range: ByteRange) => {
    const found = await deps.files.read(place, range)
    if (found === null) throw gone()
    return found.body
  }
  if (state === 'closed') return { mimeType, sizeBytes: part.sizeBytes, isFinal: true, read }
  const last = (await deps.files.index(place, { afterCount: 0 }))?.fragments.at(-1)
  const sizeBytes = last === undefined ? 0 : last.offsetBytes + last.sizeBytes
  return { mimeType, sizeBytes, isFinal: false, read }
}

/** The fragments of a part after the first `afterCount`, and what a decoder is given before them. */
export async function readPartIndex(
  deps: ReadBytesDeps,
  actor: Actor,
  { partId, afterCount }: { partId: string; afterCount: number },
): Promise<PartIndexFacts> {
  const { part, recordingId } = await findPart(deps, actor, partId)
  const index = await deps.files.index({ recordingId, ...part }, { afterCount })
  if (index === null) throw gone()
  return index
}

export async function readMix(deps: ReadBytesDeps, actor: Actor, recordingId: string): Promise<ReplayBytes> {
  const found = await deps.pieces.mix(recordingId)
  return await readObject(deps, actor, { found, mimeType: 'audio/mp4' })
}

export async function readThumbnail(deps: ReadBytesDeps, actor: Actor, trackId: string): Promise<ReplayBytes> {
  const found = await deps.pieces.thumbnail(trackId)
  return await readObject(deps, actor, { found, mimeType: 'image/jpeg' })
}

async function findPart(deps: ReadBytesDeps, actor: Actor, partId: string) {
  const found = await deps.pieces.part(partId)
  if (found === null || !(await seesReplay(deps, actor, found.activityId))) throw gone()
  return found
}

async function readObject(
  deps: ReadBytesDeps,
  actor: Actor,
  { found, mimeType }: { found: { activityId: string; objectKey: string } | null; mimeType: string },
): Promise<ReplayBytes> {
  const { storage } = deps
  if (found === null || !(await seesReplay(deps, actor, found.activityId))) throw gone()
  const { objectKey } = found
  const sizeBytes = await storage.sizeBytes(objectKey)
  if (sizeBytes === null) throw gone()
  const read = async (range: ByteRange) => {
    const object = await storage.read(objectKey, range)
    if (object === null) throw gone()
    return object.body
  }
  return { mimeType, sizeBytes, isFinal: true, read }
}
