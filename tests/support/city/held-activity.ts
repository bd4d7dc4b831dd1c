import { mkdir } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { createReadStream } from 'node:fs'
import { activityInput, type ActivityEntry, type ActivityState } from '#core/contract/activity.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { RecordingStatus } from '#core/domain/recording/recording-state.ts'
import { INDEX_SUFFIX } from '#server/recording/part-index.ts'
import { PartFile } from '#server/recording/part-file.ts'
import { webmLayout } from '#server/recording/webm/layout.ts'
import type { RecordingParts } from '#server/start-recordings.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { mixObjectKey, partIndexKey, partObjectKey, thumbnailObjectKey } from '#server/usecases/recording/ports.ts'
import type { TestCity } from './test-city.ts'

const MASTER = '翟雅琴'
const FRAGMENT_BYTES = 4_096
const DURATION_MS = 60_000

export interface HeldWorld {
  state: ActivityState
  entry: ActivityEntry
  /** Of the one recording of its one session; null where the room was never opened. */
  recording: RecordingStatus | null
}

/** What can be asked for of it, by the ids that stand in addresses. */
export interface HeldActivity {
  activityId: string
  planId: string
  imageId: string
  sessionId: string
  recordingId: string
  trackId: string
  partId: string
}

interface HoldOptions extends HeldWorld {
  /** Who has which role, besides the master whose activity it is. */
  roles: ReadonlyMap<RoomRole, string>
}

/**
 * An activity of 翟雅琴's studio with a plan, a picture in it, a cover and, where the world has one, a session with its
 * recording: bytes in the folder while they are made, in the storage once it is ready. Nothing in it can be played.
 */
export async function holdActivity(
  city: TestCity,
  parts: RecordingParts,
  { state, entry, recording, roles }: HoldOptions,
): Promise<HeldActivity> {
  const { database, storage } = city
  const master = await city.actorOf(MASTER)
  const studio = { name: `${MASTER}名师工作室` }
  const { id: studioId } = await database.studio.findFirstOrThrow({ where: studio, select: { id: true } })
  const times = { startsAt: '2030-01-02T11:00:00Z', endsAt: '2030-01-02T12:00:00Z' }
  const content = activityInput.parse({ studioId, kind: 'lesson-study', title: '角色与回放', entry, ...times })
  const { activityId } = await createActivity(city.city, master, content)
  const assigned = [...roles].map(([role, personId]) => ({ activityId, personId, role }))
  await database.activityRole.createMany({ data: assigned })
  const coverKey = `covers/${activityId}/a.jpg`
  await storage.put(coverKey, Buffer.from('cover'), { mimeType: 'image/jpeg' })
  // Not every state can be reached by a request, and none of them is asked about here.
  await database.activity.update({ where: { id: activityId }, data: { state, coverKey } })
  const plan = await database.lessonPlan.findUniqueOrThrow({ where: { activityId }, select: { id: true } })
  const next = () => city.city.ids.next()
  const held = { activityId, planId: plan.id, imageId: next(), sessionId: next(), recordingId: next() }
  const whole = { ...held, trackId: next(), partId: next() }
  await drawImage(city, { ...whole, byId: master.personId })
  if (recording !== null) await record(city, parts, { ...whole, status: recording })
  return whole
}

async function drawImage({ database, storage }: TestCity, { imageId, planId, byId }: HeldActivity & { byId: string }) {
  const objectKey = `images/${imageId}`
  await storage.put(objectKey, Buffer.from('image'), { mimeType: 'image/png' })
  const facts = { mimeType: 'image/png', widthPx: 1, heightPx: 1, sizeBytes: 5 }
  await database.planImage.create({ data: { id: imageId, planId, objectKey, byId, ...facts } })
}

async function record(
  { database, storage }: TestCity,
  { folder }: RecordingParts,
  { activityId, sessionId, recordingId, trackId, partId, status }: HeldActivity & { status: RecordingStatus },
): Promise<void> {
  const isOpen = status === 'starting' || status === 'active'
  const layout = webmLayout({ codec: 'vp8', codecString: 'vp8', widthPx: 320, heightPx: 180 })
  await mkdir(folder.of(recordingId), { recursive: true })
  const file = await PartFile.create({
    directory: folder.of(recordingId),
    layout,
    facts: { trackId, partIndex: 0, codec: 'vp8', startedAtEpochMs: Date.now(), widthPx: 320, heightPx: 180 },
  })
  const fragment = await file.append(Buffer.alloc(FRAGMENT_BYTES, 7), { startMs: 0, durationMs: 1_000, keyframe: true })
  await file.close()
  const sizeBytes = fragment.offsetBytes + fragment.sizeBytes
  const place = { recordingId, trackId, position: 0, container: 'webm' } as const
  const [mixKey, thumbnailKey] = [mixObjectKey(recordingId), thumbnailObjectKey(recordingId, trackId)]
  await storage.put(mixKey, Buffer.from('mixed sound'), { mimeType: 'audio/mp4' })
  await storage.put(thumbnailKey, Buffer.from('thumbnail'), { mimeType: 'image/jpeg' })
  await storage.putFile(partObjectKey(place), file.file, { mimeType: 'video/webm' })
  const index = await buffer(createReadStream(file.file + INDEX_SUFFIX))
  await storage.put(partIndexKey(place), index, { mimeType: 'application/x-ndjson' })
  const part = { position: 0, container: 'webm', mimeType: 'video/webm; codecs="vp8"', startMs: 0 } as const
  const growth = isOpen ? { state: 'open' } : { state: 'closed', durationMs: 1_000, sizeBytes }
  await database.seminarSession.create({
    data: {
      ...{ id: sessionId, activityId, zeroAt: new Date() },
      ...(isOpen ? {} : { endedAt: new Date(), durationMs: DURATION_MS }),
      recordings: {
        create: {
          ...{ id: recordingId, status, startMs: 0, mixKey, ...(isOpen ? {} : { endMs: DURATION_MS }) },
          tracks: {
            create: {
              ...{ id: trackId, participantId: 'participant-1', source: 'camera', kind: 'video', thumbnailKey },
              parts: { create: { id: partId, objectKey: partObjectKey(place), ...part, ...growth } },
            },
          },
        },
      },
    },
  })
}
