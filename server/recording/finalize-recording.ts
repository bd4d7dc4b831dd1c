import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Activities, ActivityWrites } from '#server/usecases/activities/ports.ts'
import type { ObjectStorage } from '#server/usecases/ports.ts'
import {
  mixObjectKey,
  partIndexKey,
  partObjectKey,
  thumbnailObjectKey,
  type PartRecord,
  type RecordingRecord,
  type TrackRecord,
} from '#server/usecases/recording/ports.ts'
import { FfmpegMissingError } from './jobs/ffmpeg.ts'
import { mixAudio } from './jobs/mix-audio.ts'
import { makeThumbnail } from './jobs/thumbnail.ts'
import { INDEX_SUFFIX } from './part-index.ts'
import { settleParts, type SettleDeps } from './settle-parts.ts'

const THUMBNAIL_WIDTH_PX = 480
const COVER_WIDTH_PX = 1_280
/** Nothing has settled in the first moments of a camera. */
const THUMBNAIL_AT_RATIO = 0.4

export interface FinalizeDeps extends SettleDeps {
  storage: ObjectStorage
  activities: Activities
  activityWrites: Pick<ActivityWrites, 'setCover'>
}

/**
 * Makes an ended recording ready: every part whole, one mixed sound, pictures, everything in the storage. Can be cut
 * short at any moment and run again; a second run changes nothing. Does nothing for a recording that is still made.
 */
export async function finalizeRecording(
  deps: FinalizeDeps,
  { recordingId, signal }: { recordingId: string; signal?: AbortSignal },
): Promise<void> {
  const { store, folder, log } = deps
  await store.move(recordingId, { from: ['failed'], to: 'processing' })
  const before = await store.find(recordingId)
  if (before === null || (before.status !== 'processing' && before.status !== 'ready')) return
  if (folder.has(recordingId)) {
    await settleParts(deps, before)
    const recording = (await store.find(recordingId)) ?? before
    const options = signal === undefined ? {} : { signal }
    try {
      await mixVoices(deps, recording, options)
      await drawPictures(deps, recording, options)
    } catch (error) {
      // Without ffmpeg the replay plays the microphones themselves and shows names instead of pictures.
      if (!(error instanceof FfmpegMissingError)) throw error
      log.warn({ recordingId }, 'ffmpeg_missing')
    }
    await storeParts(deps, recording)
    await rm(folder.of(recordingId), { recursive: true, force: true })
  }
  if (await store.move(recordingId, { from: ['processing'], to: 'ready' })) log.info({ recordingId }, 'recording_ready')
}

/** For the job's last failure: the tracks stay as they are, and the job may be ordered again. */
export async function giveUpFinalizing(
  { store }: Pick<FinalizeDeps, 'store'>,
  { recordingId, failure }: { recordingId: string; failure: string },
): Promise<void> {
  await store.move(recordingId, { from: ['processing'], to: 'failed', failure })
}

async function mixVoices(
  { folder, storage, store }: FinalizeDeps,
  recording: RecordingRecord,
  options: { signal?: AbortSignal },
): Promise<void> {
  const { id: recordingId, startMs, endMs, mixKey } = recording
  const tracks = recording.tracks
    .filter(({ kind }) => kind === 'audio')
    .map(({ parts }) => ({
      files: parts.map((part) => ({
        path: folder.file({ recordingId, ...part }),
        startMs: part.startMs - startMs,
        durationMs: part.durationMs,
      })),
    }))
  const durationMs = (endMs ?? startMs) - startMs
  if (mixKey !== null || durationMs <= 0 || tracks.every(({ files }) => files.length === 0)) return
  const piecesDirectory = path.join(folder.of(recordingId), 'mix')
  const output = path.join(piecesDirectory, 'mix.m4a')
  await mkdir(piecesDirectory, { recursive: true })
  await mixAudio({ tracks, durationMs, output, piecesDirectory, ...options })
  const key = mixObjectKey(recordingId)
  await storage.putFile(key, output, { mimeType: 'audio/mp4' })
  await store.setMix(recordingId, key)
}

async function drawPictures(deps: FinalizeDeps, recording: RecordingRecord, options: { signal?: AbortSignal }) {
  const { storage, store } = deps
  for (const track of recording.tracks) {
    const part = longestPart(track)
    if (track.kind !== 'video' || track.thumbnailKey !== null || part === null) continue
    const picture = await drawPicture(deps, { recording, part, widthPx: THUMBNAIL_WIDTH_PX, ...options })
    const key = thumbnailObjectKey(recording.id, track.id)
    await storage.put(key, picture, { mimeType: 'image/jpeg' })
    await store.setThumbnail(track.id, key)
  }
  await giveCover(deps, recording, options)
}

/** An activity that nobody gave a picture gets one of what was shown there. */
async function giveCover(
  deps: FinalizeDeps,
  recording: RecordingRecord,
  options: { signal?: AbortSignal },
): Promise<void> {
  const { activities, activityWrites, storage } = deps
  const { activityId } = recording
  const activity = await activities.record(activityId)
  if (activity === null || activity.summary.coverKey !== null) return
  const screens = recording.tracks.filter(({ source }) => source === 'screen')
  const cameras = recording.tracks.filter(({ source }) => source === 'camera')
  const part = [...screens, ...cameras].map(longestPart).find((found) => found !== null)
  if (part === undefined) return
  const picture = await drawPicture(deps, { recording, part, widthPx: COVER_WIDTH_PX, ...options })
  const key = `covers/${activityId}/${recording.id}.jpg`
  await storage.put(key, picture, { mimeType: 'image/jpeg' })
  await activityWrites.setCover(activityId, key)
}

async function drawPicture(
  { folder }: FinalizeDeps,
  options: { recording: RecordingRecord; part: PartRecord; widthPx: number; signal?: AbortSignal },
): Promise<Buffer> {
  const { recording, part, widthPx, signal } = options
  const output = path.join(folder.of(recording.id), `${part.trackId}-${widthPx}.jpg`)
  await makeThumbnail({
    file: folder.file({ recordingId: recording.id, ...part }),
    atMs: part.durationMs * THUMBNAIL_AT_RATIO,
    output,
    widthPx,
    ...(signal === undefined ? {} : { signal }),
  })
  return await readFile(output)
}

const longestPart = ({ parts }: TrackRecord): PartRecord | null =>
  parts.reduce<PartRecord | null>(
    (longest, part) => (longest === null || part.durationMs > longest.durationMs ? part : longest),
    null,
  )

/** The index goes first: where a part is in the storage, its index is too. */
async function storeParts({ folder, storage }: FinalizeDeps, { id: recordingId, tracks }: RecordingRecord) {
  for (const part of tracks.flatMap(({ parts }) => parts)) {
    const place = { recordingId, ...part }
    const file = folder.file(place)
    if (!existsSync(file)) continue
    const index = await readFile(file + INDEX_SUFFIX)
    await storage.put(partIndexKey(place), index, { mimeType: 'application/x-ndjson' })
    await storage.putFile(partObjectKey(place), file, {
      mimeType: part.container === 'mp4' ? 'video/mp4' : 'video/webm',
    })
  }
}
