import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recoverDirectory } from '#server/recording/recover-directory.ts'
import { RecordingSession } from './recording-session.ts'
import { H264_TRACK, OPUS_TRACK, probe, startSource, VP8_TRACK } from './rtp-source.ts'

const run = promisify(execFile)
const SENT_SECONDS = 6
type CleanUp = (task: () => Promise<void>) => void

async function startSession({ cleanUp }: { cleanUp: CleanUp }): Promise<RecordingSession> {
  const session = await RecordingSession.start()
  cleanUp(() => session.dispose())
  return session
}

describe.concurrent('[RECORD-3] the recorder process is killed', () => {
  it('it runs again on the same ports, loses only what was not yet a fragment, and what it left becomes playable', async ({
    onTestFinished: cleanUp,
  }) => {
    const session = await startSession({ cleanUp })
    const tracks = [H264_TRACK, VP8_TRACK, OPUS_TRACK]
    const before = await Promise.all(tracks.map((track) => session.recorder.addTrack(track)))
    // Nobody answers keyframe requests here as a browser would, so they come often.
    const sources = tracks.map((track, i) =>
      startSource({ track, port: before[i]?.rtpPort ?? 0, seconds: 6, keyframeEverySeconds: 0.5 }),
    )
    await session.until(() => session.of('fragment').filter((fragment) => fragment.trackId === 'cam').length >= 3)
    const killedAtMs = Date.now()
    process.kill(session.recorder.pid ?? 0, 'SIGKILL')
    await session.until(() => session.of('restarted').length === 1)
    const restartedAtMs = Date.now()
    const ports = session.of('restarted')[0]?.tracks
    expect(ports).toEqual(tracks.map((track, i) => ({ trackId: track.trackId, rtpPort: before[i]?.rtpPort })))
    await Promise.all(sources.map((source) => source.ended))
    await session.recorder.close()

    for (const { trackId } of tracks) {
      const parts = session.closedParts(trackId).sort((a, b) => a.partIndex - b.partIndex)
      expect(parts.map((part) => part.partIndex)).toEqual([0, 1])
      const [first, second] = parts
      if (!first || !second) throw new Error('two parts are missing')
      expect(killedAtMs - (first.startedAtEpochMs + first.durationMs)).toBeLessThan(1_500)
      expect(second.startedAtEpochMs - restartedAtMs).toBeLessThan(1_000)
      // [RECORD-20] Not later than the kill: a sender that the machine holds up has captured before what it sends after.
      expect(second.startedAtEpochMs).toBeGreaterThanOrEqual(first.startedAtEpochMs + first.durationMs)
      for (const part of parts) {
        const found = await probe(part.file)
        expect(Math.abs(found.durationMs - part.durationMs)).toBeLessThan(45)
      }
    }
    expect(session.of('part-opened').length).toBe(6)
  })
})

describe('[RECORD-20] a sender is held up while the recorder process is killed', () => {
  it('what it captured before the kill and sent after lies where it was captured, behind the part before', async ({
    onTestFinished: cleanUp,
  }) => {
    const session = await startSession({ cleanUp })
    const [voice, picture] = await Promise.all([OPUS_TRACK, VP8_TRACK].map((track) => session.recorder.addTrack(track)))
    const held = startSource({ track: OPUS_TRACK, port: voice?.rtpPort ?? 0, seconds: SENT_SECONDS })
    const other = { track: VP8_TRACK, port: picture?.rtpPort ?? 0, seconds: SENT_SECONDS, keyframeEverySeconds: 0.5 }
    const steady = startSource(other)
    const fragments = (trackId: string) => session.of('fragment').filter((one) => one.trackId === trackId).length
    await session.until(() => fragments('mic') >= 2)
    held.holdUp()
    // Two pieces of half a second: it is held up for longer than one of them.
    const before = fragments('fox')
    await session.until(() => fragments('fox') >= before + 2)
    const killedAtMs = Date.now()
    process.kill(session.recorder.pid ?? 0, 'SIGKILL')
    await session.until(() => session.of('restarted').length === 1)
    held.release()
    await Promise.all([held.ended, steady.ended])
    await session.recorder.close()
    const [first, second] = session.closedParts('mic').sort((a, b) => a.partIndex - b.partIndex)
    if (!first || !second) throw new Error('two parts are missing')
    expect(second.startedAtEpochMs).toBeLessThan(killedAtMs)
    expect(second.startedAtEpochMs).toBeGreaterThanOrEqual(first.startedAtEpochMs + first.durationMs)
    // Nothing of the hold-up is in the time line: it ends where the sender's own clock says.
    const lastedMs = second.startedAtEpochMs + second.durationMs - first.startedAtEpochMs
    expect(Math.abs(lastedMs - SENT_SECONDS * 1_000)).toBeLessThan(150)
  })
})

describe.concurrent('[RECORD-4] the server is killed', () => {
  it('the recorder process closes every file by itself and leaves', async ({ onTestFinished: cleanUp }) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'tongke-recording-'))
    cleanUp(() => rm(directory, { recursive: true, force: true }))
    const server = fork(new URL('./doomed-server.ts', import.meta.url), [directory], {
      execArgv: [],
      execPath: process.execPath,
    })
    const [message] = await once(server, 'message')
    const { rtpPort, recorderPid } = z.object({ rtpPort: z.number(), recorderPid: z.number() }).parse(message)
    const source = startSource({ track: H264_TRACK, port: rtpPort, seconds: 8 })
    cleanUp(source.stop)
    await once(server, 'message')
    server.kill('SIGKILL')
    await run('tail', ['-f', '/dev/null', `--pid=${recorderPid}`])

    const { parts, unreadable } = await recoverDirectory(directory)
    expect(unreadable).toEqual([])
    expect(parts).toHaveLength(1)
    const found = await probe(parts[0]?.file ?? '')
    expect(found.durationMs).toBeGreaterThan(1_900)
    expect((await recoverDirectory(directory)).parts).toEqual(parts)
  })
})

describe.concurrent('[RECORD-5] the disk is full', () => {
  it('is told once, what was kept plays, and recording goes on by itself when there is room', async ({
    onTestFinished: cleanUp,
  }) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'tongke-recording-'))
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', directory])
    cleanUp(async () => {
      await run('umount', [directory])
      await rm(directory, { recursive: true })
    })
    const session = await RecordingSession.start({ directory })
    cleanUp(() => session.recorder.close())
    const { rtpPort } = await session.recorder.addTrack(H264_TRACK)
    const source = startSource({ track: H264_TRACK, port: rtpPort, seconds: 30 })
    cleanUp(source.stop)
    await session.until(() => session.of('fragment').length >= 2)
    const { bavail, bsize } = await statfs(directory)
    await writeFile(path.join(directory, 'ballast'), Buffer.alloc(bavail * bsize - 16_384))
    const fullAtMs = performance.now()
    await session.until(() => session.of('failed').length > 0)
    expect(performance.now() - fullAtMs).toBeLessThan(5_000)
    expect(session.of('failed')[0]).toMatchObject({ trackId: 'cam', reason: 'disk-full' })
    await rm(path.join(directory, 'ballast'))
    await session.until(() => session.of('part-opened').length === 2)
    await session.until(() => session.of('fragment').some((fragment) => fragment.partIndex > 0))
    await session.recorder.close()

    const { parts, unreadable } = await recoverDirectory(directory)
    expect(unreadable).toEqual([])
    expect(parts.length).toBe(2)
    for (const part of parts) expect((await probe(part.file)).frames).toBeGreaterThan(20)
    expect(session.of('failed').length).toBe(1)
  })
})
