import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayFragment, replayManifest } from '#core/contract/replay.ts'
import { startRecording, stopRecording } from '#server/usecases/seminar/recording.ts'
import type { Seat } from '#server/usecases/seminar/seat.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { addPeople, ACTIVITY, HOST, openTestRoom, SESSION } from '../realtime/test-city.ts'
import { findBeeps, findFlashes, sendFlashAndBeep } from '../recording/flash-and-beep.ts'
import { H264_TRACK, probe, startSource, VP8_TRACK } from '../recording/rtp-source.ts'
import { ReplayHouse } from './replay-house.ts'

const PRESENTER = 'person-presenter'
const STRANGER = 'person-stranger'
const RECORDED_SECONDS = 6

let base: TestDatabase
let house: ReplayHouse
let host: Seat
let presenter: Seat

beforeAll(async () => {
  base = await createTestDatabase()
  await openTestRoom(base.database, { [PRESENTER]: 'presenter' })
  await addPeople(base.database, [STRANGER])
  await base.database.activity.update({ where: { id: ACTIVITY }, data: { entry: 'group' } })
  house = await ReplayHouse.start({ url: base.url })
  host = await house.join(HOST)
  presenter = await house.join(PRESENTER)
})

afterAll(async () => {
  await house.close()
  await base.close()
})

describe('a recording and its replay', () => {
  let recordingId = ''

  it('[REC1] nothing is kept before the recording starts', async () => {
    const camera = await house.send(presenter, { source: 'camera', codec: 'vp8' })
    const early = startSource({ track: VP8_TRACK, port: camera.port, seconds: 2 })
    await early.ended
    camera.close()
    expect(await base.database.recordingPart.count()).toBe(0)
    expect((await house.manifest(HOST)).tracks).toEqual([])
  })

  it('[REC3] records two people; a second start is refused', async () => {
    const started = await startRecording(house.deps, host)
    recordingId = started.recordingId
    await expect(startRecording(house.deps, host)).rejects.toMatchObject({ code: 'CONFLICT' })
    const [camera, microphone, other] = [
      await house.send(host, { source: 'camera', codec: 'h264' }),
      await house.send(host, { source: 'microphone', codec: 'opus' }),
      await house.send(presenter, { source: 'camera', codec: 'vp8' }),
    ]
    const second = startSource({ track: VP8_TRACK, port: other.port, seconds: RECORDED_SECONDS })
    const videos = [{ port: camera.port, ssrc: H264_TRACK.ssrc }]
    await sendFlashAndBeep({ videos, audioPort: microphone.port, seconds: RECORDED_SECONDS })
    await second.ended
    const running = replayManifest.parse(await house.manifest(PRESENTER))
    expect(running.live).toBe(true)
    expect(running.recordings).toMatchObject([{ id: recordingId, status: 'active', endMs: null, mixUrl: null }])
    expect(running.tracks).toHaveLength(3)
    const growing = running.tracks.find(({ source }) => source === 'microphone')?.parts[0]
    if (growing === undefined) throw new Error('no part')
    expect(growing.state).toBe('open')
    expect(growing.durationMs).toBeGreaterThan(3_000)
    const index = await (await house.fetch(growing.indexUrl, { personId: HOST })).text()
    const fragments = index
      .trim()
      .split('\n')
      .map((line) => replayFragment.parse(JSON.parse(line)))
    expect(fragments.length).toBeGreaterThanOrEqual(4)
    const newer = await (await house.fetch(`${growing.indexUrl}?after=2`, { personId: HOST })).text()
    expect(index.endsWith(newer)).toBe(true)
    expect(newer.split('\n').length).toBe(index.split('\n').length - 2)
    const last = fragments.at(-1)
    if (last === undefined) throw new Error('no fragment')
    const bytes = await house.fetch(growing.url, {
      personId: HOST,
      range: `bytes=${last.offsetBytes}-${last.offsetBytes + last.sizeBytes - 1}`,
    })
    expect(bytes.status).toBe(206)
    expect(bytes.headers.get('cache-control')).toBe('no-store')
    expect((await bytes.arrayBuffer()).byteLength).toBe(last.sizeBytes)
    expect((await house.fetch(growing.initUrl, { personId: HOST })).status).toBe(200)
  })

  it('[REPLAY1] is playable as soon as it has stopped, sound and picture within 40 ms', async () => {
    await stopRecording(house.deps, host)
    const manifest = replayManifest.parse(await house.manifest(HOST))
    expect(manifest.recordings).toMatchObject([{ status: 'processing' }])
    // A sender that a busy machine holds up begins a new part: nothing of it is lost.
    const partsOf = (participantId: string, source: string) =>
      manifest.tracks.find((one) => one.participantId === participantId && one.source === source)?.parts ?? []
    const camera = partsOf(host.participantId, 'camera')
    const microphone = partsOf(host.participantId, 'microphone')
    const flashes: number[] = []
    const beeps: number[] = []
    for (const parts of [camera, microphone, partsOf(presenter.participantId, 'camera')]) {
      let keptMs = 0
      for (const part of parts) {
        expect(part.state).toBe('closed')
        const file = await house.download(part.url, { personId: HOST })
        const found = await probe(file)
        expect(Math.abs(found.durationMs - part.durationMs)).toBeLessThan(60)
        keptMs += found.durationMs
        if (parts === camera) flashes.push(...(await findFlashes(file)).map((atMs) => atMs + part.startMs))
        if (parts === microphone) beeps.push(...(await findBeeps(file)).map((atMs) => atMs + part.startMs))
      }
      expect(keptMs).toBeGreaterThan((RECORDED_SECONDS - 2) * 1_000)
    }
    expect(flashes.length).toBeGreaterThanOrEqual(3)
    for (const flash of flashes) {
      expect(Math.min(...beeps.map((beep) => Math.abs(beep - flash)))).toBeLessThan(40)
    }
  })

  it('[REPLAY2] bytes are for whom the replay is open to, and for nobody else', async () => {
    const { tracks } = await house.manifest(HOST)
    const url = tracks[0]?.parts[0]?.url ?? ''
    for (const address of [url, `${url}/index`, `${url}/init`]) {
      expect((await house.fetch(address, { personId: STRANGER })).status).toBe(404)
      expect((await house.fetch(address)).status).toBe(404)
      expect((await house.fetch(address, { personId: PRESENTER })).status).toBe(200)
    }
    await expect(house.manifest(STRANGER)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('[REPLAY3] the job makes it ready: mix, pictures, everything in the storage; run again, it changes nothing', async () => {
    await house.parts.work()
    await house.untilStatus(recordingId, 'ready')
    const manifest = replayManifest.parse(await house.manifest(HOST))
    const [recording] = manifest.recordings
    if (recording === undefined || recording.mixUrl === null) throw new Error('no mix')
    const mix = await probe(await house.download(recording.mixUrl, { personId: HOST }))
    expect(mix.codec).toBe('aac')
    expect(Math.abs(mix.durationMs - ((recording.endMs ?? 0) - recording.startMs))).toBeLessThan(60)
    for (const track of manifest.tracks) {
      if (track.kind === 'video') {
        const picture = await house.fetch(track.thumbnailUrl ?? '', { personId: HOST })
        expect(picture.headers.get('content-type')).toBe('image/jpeg')
      }
      for (const part of track.parts) await probe(await house.download(part.url, { personId: HOST }))
    }
    await house.parts.jobs.finalize(recordingId)
    const jobs = () => base.database.$queryRaw<unknown[]>`SELECT id FROM graphile_worker.jobs`
    const deadline = AbortSignal.timeout(20_000)
    while ((await jobs()).length > 0) deadline.throwIfAborted()
    const again = await house.manifest(HOST)
    expect({ ...again, nowEpochMs: 0, durationMs: 0 }).toEqual({ ...manifest, nowEpochMs: 0, durationMs: 0 })
    expect(house.errors).toEqual([])
  })

  it('[REPLAY4] closed bytes are cached for good and answered in pieces of at most 1 MB', async () => {
    const { tracks } = await house.manifest(HOST)
    const url = tracks.find(({ kind }) => kind === 'video')?.parts[0]?.url ?? ''
    const piece = await house.fetch(url, { personId: HOST, range: 'bytes=0-' })
    expect(piece.status).toBe(206)
    expect(Number(piece.headers.get('content-length'))).toBe(1024 * 1024)
    expect(piece.headers.get('cache-control')).toContain('immutable')
    const etag = piece.headers.get('etag') ?? ''
    const known = await fetch(house.origin + url, { headers: { cookie: `person=${HOST}`, 'if-none-match': etag } })
    expect(known.status).toBe(304)
    const head = await fetch(house.origin + url, { method: 'HEAD', headers: { cookie: `person=${HOST}` } })
    expect(head.headers.get('content-type')).toMatch(/^video\/(mp4|webm)/)
    expect((await house.fetch(url, { personId: HOST, range: 'bytes=999999999-' })).status).toBe(416)
  })

  it('[REPLAY5] remembers where a person stopped', async () => {
    const save = house.parts.useCases['replay.save-progress']
    await save?.(host.actor, { sessionId: SESSION, positionMs: 4_200 }, { address: '' })
    expect((await house.manifest(HOST)).resumeAtMs).toBe(4_200)
    expect((await house.manifest(PRESENTER)).resumeAtMs).toBeNull()
  })
})
