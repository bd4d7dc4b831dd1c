import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { expect, it } from 'vitest'
import { withSession, type RecordingSession } from './recording-session.ts'
import { H264_TRACK, OPUS_TRACK, startSource } from './rtp-source.ts'

const LOST_AT_MOST_MS = 2_000
const TRACKS = [H264_TRACK, OPUS_TRACK]
const KILLS = 4

/** Every core has something else to do as well. */
function keepCoresBusy(): { stop: () => Promise<void> } {
  const loops = cpus().map(() => spawn('sh', ['-c', 'while :; do :; done']))
  return {
    stop: async () => {
      const exited = loops.map((loop) => once(loop, 'exit'))
      for (const loop of loops) loop.kill('SIGKILL')
      await Promise.all(exited)
    },
  }
}

/** Kills the recorder process at a bad moment: nearly a second of sound waits to be written. */
async function killRecorder(session: RecordingSession): Promise<void> {
  const restarts = session.of('restarted').length
  const fragments = (trackId: string, { since }: { since: number }) =>
    session.events.slice(since).filter((event) => event.type === 'fragment' && event.trackId === trackId).length
  const begun = session.events.length
  await session.until(() => fragments('mic', { since: begun }) > 0)
  const written = session.events.length
  await session.until(() => fragments('cam', { since: written }) >= 3)
  process.kill(session.recorder.pid ?? 0, 'SIGKILL')
  await session.until(() => session.of('restarted').length > restarts)
}

function gapsOf(session: RecordingSession, trackId: string): number[] {
  const parts = session.closedParts(trackId).sort((a, b) => a.partIndex - b.partIndex)
  return parts.slice(1).map((part, i) => {
    const before = parts[i]
    return part.startedAtEpochMs - ((before?.startedAtEpochMs ?? 0) + (before?.durationMs ?? 0))
  })
}

it('[RECORD-19] killed again and again on a busy machine, the recorder loses at most two seconds of each track', () =>
  withSession(async (session) => {
    const ports = await Promise.all(TRACKS.map((track) => session.recorder.addTrack(track)))
    // Nobody answers keyframe requests here as a browser would, so they come often.
    const sources = TRACKS.map((track, i) =>
      startSource({ track, port: ports[i]?.rtpPort ?? 0, seconds: 60, keyframeEverySeconds: 0.3 }),
    )
    const load = keepCoresBusy()
    try {
      for (let i = 0; i < KILLS; i++) await killRecorder(session)
      await session.until(() =>
        TRACKS.every(({ trackId }) =>
          session.of('part-opened').some((part) => part.trackId === trackId && part.partIndex === KILLS),
        ),
      )
    } finally {
      await load.stop()
      await Promise.all(sources.map((source) => source.stop()))
    }
    await session.recorder.close()
    for (const { trackId } of TRACKS) {
      const gaps = gapsOf(session, trackId)
      expect(gaps).toHaveLength(KILLS)
      expect(Math.max(...gaps), `${trackId}: ${gaps.join(' ')}`).toBeLessThan(LOST_AT_MOST_MS)
    }
  }))
