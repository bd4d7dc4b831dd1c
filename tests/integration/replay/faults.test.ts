import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startRecording, stopRecording } from '#server/usecases/seminar/recording.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { HOST, openTestRoom, SESSION } from '../realtime/test-city.ts'
import { H264_TRACK, OPUS_TRACK, probe, startSource } from '../recording/rtp-source.ts'
import { ReplayHouse } from './replay-house.ts'

const LOST_AT_MOST_MS = 2_000
const said = z.object({ recordingId: z.string(), sourcePids: z.array(z.number().int().positive()) })

let base: TestDatabase
let dataDir: string

beforeEach(async () => {
  base = await createTestDatabase()
  await openTestRoom(base.database)
  dataDir = await mkdtemp(join(tmpdir(), 'tongke-replay-faults-'))
})

afterEach(async () => {
  await base.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** A server in a process of its own, killed by force in mid-recording. */
async function killInMidRecording() {
  const child = fork(join(import.meta.dirname, 'doomed-room.ts'), [base.url, dataDir], { execArgv: [] })
  const [message] = await once(child, 'message')
  const { recordingId, sourcePids } = said.parse(message)
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  const killedAtEpochMs = Date.now()
  await exited
  // They would go on sending to ports that the next server gives to somebody else, and plain RTP belongs to who sends first.
  for (const pid of sourcePids) process.kill(pid, 'SIGKILL')
  return { recordingId, killedAtEpochMs }
}

async function playable(house: ReplayHouse) {
  const manifest = await house.manifest(HOST)
  for (const part of manifest.tracks.flatMap(({ parts }) => parts)) {
    await probe(await house.download(part.url, { personId: HOST }))
  }
  return manifest
}

describe('the server is killed by force in mid-recording', () => {
  it('[REC5] the session goes on: so does its recording, in new parts of the same tracks', async () => {
    const { recordingId, killedAtEpochMs } = await killInMidRecording()
    const house = await ReplayHouse.start({ url: base.url, dataDir })
    try {
      expect((await house.manifest(HOST)).recordings).toMatchObject([{ id: recordingId, status: 'active' }])
      const host = await house.join(HOST)
      const camera = await house.send(host, { source: 'camera', codec: 'h264' })
      // Until it is heard: a recorder that has only begun to run may miss the first pictures, and the next keyframe is a second away.
      const source = startSource({ track: H264_TRACK, port: camera.port, seconds: 30 })
      const cameraParts = async () =>
        (await house.manifest(HOST)).tracks.find((track) => track.source === 'camera')?.parts.length
      await expect.poll(cameraParts, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
      await stopRecording(house.deps, host)
      await source.stop()
      const { tracks, zeroEpochMs } = await playable(house)
      expect(tracks).toHaveLength(2)
      for (const { parts } of tracks) {
        const [first] = parts
        if (first === undefined) throw new Error('no part')
        const lostMs = killedAtEpochMs - zeroEpochMs - (first.startMs + first.durationMs)
        expect(lostMs).toBeLessThan(LOST_AT_MOST_MS)
      }
      await house.parts.work()
      await house.untilStatus(recordingId, 'ready')
      await playable(house)
    } finally {
      await house.close()
    }
  })

  it('[REC6] the session is over: the recording becomes ready by itself', async () => {
    const { recordingId } = await killInMidRecording()
    const facts = { sessionId: SESSION, type: 'session.ended', atMs: 60_000, payload: {} }
    const { _max } = await base.database.timelineEvent.aggregate({ where: { sessionId: SESSION }, _max: { seq: true } })
    await base.database.timelineEvent.create({ data: { ...facts, seq: (_max.seq ?? 0) + 1 } })
    const house = await ReplayHouse.start({ url: base.url, dataDir })
    try {
      await house.parts.work()
      await house.untilStatus(recordingId, 'ready')
      const { recordings, tracks } = await playable(house)
      expect(tracks).toHaveLength(2)
      const ends = tracks.flatMap(({ parts }) => parts.map((part) => part.startMs + part.durationMs))
      expect(recordings[0]?.endMs).toBe(Math.max(...ends))
      expect(recordings[0]?.mixUrl).not.toBeNull()
    } finally {
      await house.close()
    }
  })
})

it('[REC2] the server is killed after the recording stopped and before the log said so: the mark goes down by itself', async () => {
  const child = fork(join(import.meta.dirname, 'doomed-stop.ts'), [base.url, dataDir], { execArgv: [] })
  const exited = once(child, 'exit')
  const [message] = await once(child, 'message')
  await exited
  const { recordingId } = z.object({ recordingId: z.string() }).parse(message)
  const house = await ReplayHouse.start({ url: base.url, dataDir })
  try {
    const session = await house.deps.sessions.get(SESSION)
    if (session.state.recording !== null) {
      await once(house.deps.sessions, 'published', { signal: AbortSignal.timeout(10_000) })
    }
    expect(session.state.recording).toBeNull()
    await house.parts.work()
    await house.untilStatus(recordingId, 'ready')
    const again = await startRecording(house.deps, await house.join(HOST))
    expect(session.state.recording?.recordingId).toBe(again.recordingId)
  } finally {
    await house.close()
  }
})

it('[REC7] the media worker is killed: the same tracks go on in new parts once their producers are back', async () => {
  const house = await ReplayHouse.start({ url: base.url, dataDir })
  try {
    const host = await house.join(HOST)
    await startRecording(house.deps, host)
    const first = await house.send(host, { source: 'microphone', codec: 'opus' })
    await startSource({ track: OPUS_TRACK, port: first.port, seconds: 3 }).ended
    const reset = once(house.rooms, 'reset')
    process.kill(house.rooms.find(SESSION)?.workerPid ?? 0, 'SIGKILL')
    await reset
    const second = await house.send(host, { source: 'microphone', codec: 'opus' })
    await startSource({ track: OPUS_TRACK, port: second.port, seconds: 3 }).ended
    await stopRecording(house.deps, host)
    const { tracks } = await playable(house)
    expect(tracks).toHaveLength(1)
    expect(tracks[0]?.parts.map(({ state }) => state)).toEqual(['closed', 'closed'])
    for (const { durationMs } of tracks[0]?.parts ?? []) expect(durationMs).toBeGreaterThan(2_000)
  } finally {
    await house.close()
  }
})

it('[REC4] a microphone that was away comes back in a new part; after the stop nothing is kept', async () => {
  const house = await ReplayHouse.start({ url: base.url, dataDir })
  try {
    const host = await house.join(HOST)
    await startRecording(house.deps, host)
    const microphone = await house.send(host, { source: 'microphone', codec: 'opus' })
    await startSource({ track: OPUS_TRACK, port: microphone.port, seconds: 2 }).ended
    microphone.close()
    const before = await base.database.recordingPart.count()
    const again = await house.send(host, { source: 'microphone', codec: 'opus' })
    await startSource({ track: OPUS_TRACK, port: again.port, seconds: 2 }).ended
    await stopRecording(house.deps, host)
    expect(before).toBe(1)
    expect((await house.manifest(HOST)).tracks[0]?.parts).toHaveLength(2)
    const after = await house.send(host, { source: 'camera', codec: 'h264' })
    await startSource({ track: H264_TRACK, port: after.port, seconds: 2 }).ended
    expect(await base.database.recordingPart.count()).toBe(2)
  } finally {
    await house.close()
  }
})
