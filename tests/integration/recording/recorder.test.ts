import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { finalizePart } from '#server/recording/finalize-part.ts'
import { readIndex } from '#server/recording/part-index.ts'
import { withSession } from './recording-session.ts'
import { H264_TRACK, OPUS_TRACK, probe, startSource, VP8_TRACK } from './rtp-source.ts'

const hash = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

describe.concurrent('a recorded stream', () => {
  it('[RECORD-1] H.264, VP8 and Opus play as sent, whole and without transcoding, and finalising again changes nothing', () =>
    withSession(async (session) => {
      const ports = await Promise.all(
        [H264_TRACK, VP8_TRACK, OPUS_TRACK].map((track) => session.recorder.addTrack(track)),
      )
      const sentAtMs = Date.now()
      await Promise.all(
        [H264_TRACK, VP8_TRACK, OPUS_TRACK].map(
          (track, i) => startSource({ track, port: ports[i]?.rtpPort ?? 0, seconds: 4 }).ended,
        ),
      )
      const endedAtMs = Date.now()
      await session.recorder.close()

      for (const [trackId, codec, frames, codecString] of [
        ['cam', 'h264', 120, 'avc1.42c01f'],
        ['fox', 'vp8', 120, 'vp8'],
        ['mic', 'opus', 200, 'opus'],
      ] as const) {
        const [part, ...others] = session.closedParts(trackId)
        if (!part) throw new Error(`${trackId} has no part`)
        expect(others).toEqual([])
        expect(part).toMatchObject({ codec: codecString, finalized: true, partIndex: 0 })
        const found = await probe(part.file)
        expect(found.codec).toBe(codec)
        expect(Math.abs(found.frames - frames)).toBeLessThanOrEqual(2)
        // A sender that the machine holds up is kept at the time of its arrival (RECORD-6), so it lasts that much longer.
        const heldUpMs = Math.max(0, endedAtMs - part.startedAtEpochMs - 4_000)
        expect(found.durationMs).toBeGreaterThan(3_940)
        expect(found.durationMs).toBeLessThan(4_060 + heldUpMs)
        expect(Math.abs(part.durationMs - found.durationMs)).toBeLessThan(45)
        expect(part.startedAtEpochMs).toBeGreaterThan(sentAtMs)
        expect(part.startedAtEpochMs).toBeLessThan(sentAtMs + 2_000)

        const before = [await hash(part.file), await hash(`${part.file}.idx`)]
        await finalizePart(part.file)
        expect([await hash(part.file), await hash(`${part.file}.idx`)]).toEqual(before)
      }
      expect(session.of('failed')).toEqual([])
    }))

  it('[RECORD-2] no piece is longer than a second, and the index names every byte of it', () =>
    withSession(async (session) => {
      const { rtpPort } = await session.recorder.addTrack(H264_TRACK)
      await startSource({ track: H264_TRACK, port: rtpPort, seconds: 4, keyframeEverySeconds: 3 }).ended
      await session.recorder.close()
      const [part] = session.closedParts('cam')
      const index = await readIndex(part?.file ?? '')
      const told = session.of('fragment').map(({ type: _, trackId: _track, partIndex: _part, ...fragment }) => fragment)
      expect(index?.fragments.length).toBe(told.length)
      expect(Math.max(...told.map((fragment) => fragment.durationMs))).toBeLessThanOrEqual(1_040)
      const bytes = await readFile(part?.file ?? '')
      for (const fragment of told) {
        expect(bytes.toString('latin1', fragment.offsetBytes + 4, fragment.offsetBytes + 8)).toBe('moof')
      }
      expect(told.at(-1)).toMatchObject({ offsetBytes: bytes.length - (told.at(-1)?.sizeBytes ?? 0) })
    }))
})
