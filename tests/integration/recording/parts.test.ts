import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { withSession } from './recording-session.ts'
import { H264_TRACK, OPUS_TRACK, probe, startSource } from './rtp-source.ts'

/** A port that passes datagrams on, save those that `drops` names by their count. */
async function lossyPort({ target, drops }: { target: number; drops: (count: number) => boolean }) {
  const socket = createSocket('udp4')
  let count = 0
  socket.on('message', (datagram) => {
    if (!drops(count++)) socket.send(datagram, target, '127.0.0.1')
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: socket.address().port, close: () => socket.close() }
}

describe.concurrent('parts', () => {
  it('[RECORD-6] a change of the picture size begins a new part, whose start follows the end of the one before', () =>
    withSession(async (session) => {
      const { rtpPort } = await session.recorder.addTrack(H264_TRACK)
      await startSource({ track: H264_TRACK, port: rtpPort, seconds: 2, size: '640x360' }).ended
      await startSource({ track: H264_TRACK, port: rtpPort, seconds: 2, size: '320x180' }).ended
      await session.recorder.close()
      const parts = session.closedParts('cam')
      expect(parts.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
        [640, 360],
        [320, 180],
      ])
      for (const part of parts) expect((await probe(part.file)).widthPx).toBe(part.widthPx)
      const [first, second] = parts
      const firstEndMs = (first?.startedAtEpochMs ?? 0) + (first?.durationMs ?? 0)
      expect(second?.startedAtEpochMs).toBeGreaterThan(firstEndMs - 100)
    }))

  it('[RECORD-7] a track that falls silent is on disk within two seconds', () =>
    withSession(async (session) => {
      const { rtpPort } = await session.recorder.addTrack(OPUS_TRACK)
      await startSource({ track: OPUS_TRACK, port: rtpPort, seconds: 1.5 }).ended
      const silentSinceMs = performance.now()
      const keptMs = () => session.of('fragment').reduce((sum, fragment) => sum + fragment.durationMs, 0)
      await session.until(() => keptMs() > 1_450)
      expect(performance.now() - silentSinceMs).toBeLessThan(2_000)
    }))

  it('[RECORD-8] nothing is kept while a track is paused, and it comes back in a new part', () =>
    withSession(async (session) => {
      const { rtpPort } = await session.recorder.addTrack(OPUS_TRACK)
      const source = startSource({ track: OPUS_TRACK, port: rtpPort, seconds: 30 })
      await session.until(() => session.of('fragment').length === 1)
      await session.recorder.pauseTrack('mic')
      await session.until(() => session.closedParts('mic').length === 1)
      const other = await session.recorder.addTrack({ ...H264_TRACK, trackId: 'other' })
      await startSource({ track: H264_TRACK, port: other.rtpPort, seconds: 2 }).ended
      expect(session.of('part-opened').filter((part) => part.trackId === 'mic')).toHaveLength(1)
      const resumedAtMs = Date.now()
      await session.recorder.resumeTrack('mic')
      await session.until(() =>
        session.of('part-opened').some((part) => part.trackId === 'mic' && part.partIndex === 1),
      )
      await source.stop()
      await session.recorder.removeTrack('mic')
      const [, second] = session.closedParts('mic')
      expect(second?.startedAtEpochMs).toBeGreaterThan(resumedAtMs - 50)
    }))

  it('[RECORD-9] lost packets: broken pictures are left out, a keyframe is asked for, every kept frame decodes', () =>
    withSession(async (session) => {
      const { rtpPort } = await session.recorder.addTrack(H264_TRACK)
      const network = await lossyPort({ target: rtpPort, drops: (count) => count % 97 === 50 })
      await startSource({ track: H264_TRACK, port: network.port, seconds: 5, size: '640x360' }).ended
      network.close()
      await session.recorder.close()
      const [part, ...others] = session.closedParts('cam')
      expect(others).toEqual([])
      const found = await probe(part?.file ?? '')
      expect(found.frames).toBeLessThan(150)
      expect(found.frames).toBeGreaterThan(10)
      expect(Math.abs(found.durationMs - 5_000)).toBeLessThan(1_100)
      expect(session.of('keyframe-needed').length).toBeGreaterThan(1)
    }))

  it('[RECORD-10] lost sound is filled with silence, so that the rest stays in its place', () =>
    withSession(async (session) => {
      const { rtpPort } = await session.recorder.addTrack(OPUS_TRACK)
      const network = await lossyPort({
        target: rtpPort,
        drops: (count) => count % 10 === 5 || (count > 60 && count < 90),
      })
      await startSource({ track: OPUS_TRACK, port: network.port, seconds: 4 }).ended
      network.close()
      await session.recorder.close()
      const [part] = session.closedParts('mic')
      const found = await probe(part?.file ?? '')
      expect(Math.abs(found.frames - 200)).toBeLessThanOrEqual(2)
      expect(Math.abs(found.durationMs - 4_000)).toBeLessThan(60)
    }))
})
