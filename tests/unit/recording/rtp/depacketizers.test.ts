import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { H264Depacketizer } from '#server/recording/rtp/h264-depacketizer.ts'
import { readSpsSize } from '#server/recording/rtp/h264-sps.ts'
import { Vp8Depacketizer } from '#server/recording/rtp/vp8-depacketizer.ts'
import { packet } from './packets.ts'

/** Written by x264 for 1280×720 baseline, as a browser's camera sends. */
const SPS = [...Buffer.from('6742c01fd900500 5bb0110000003001000000303c8f18324'.replaceAll(' ', ''), 'hex')]
const PPS = [0x68, 0xcb, 0x83, 0xcb, 0x20]
const stapA = (...nals: number[][]) => [0x78, ...nals.flatMap((nal) => [nal.length >> 8, nal.length & 255, ...nal])]
const bytesOf = (output: unknown) =>
  output && typeof output === 'object' && 'chunks' in output && Array.isArray(output.chunks)
    ? [...Buffer.concat(output.chunks)]
    : output

describe('H264Depacketizer', () => {
  it('joins aggregates and fragments into one picture, parameter sets apart', () => {
    const depacketizer = new H264Depacketizer()
    expect(depacketizer.push(packet({ timestamp: 9, payload: stapA(SPS, PPS) }))).toBeUndefined()
    expect(depacketizer.push(packet({ timestamp: 9, payload: [0x7c, 0x85, 1, 2] }))).toBeUndefined()
    const frame = depacketizer.push(packet({ timestamp: 9, marker: true, payload: [0x7c, 0x45, 3] }))
    expect(frame).toMatchObject({
      keyframe: true,
      timestamp: 9,
      format: { codec: 'h264', codecString: 'avc1.42c01f', widthPx: 1280, heightPx: 720 },
    })
    expect(bytesOf(frame)).toEqual([0, 0, 0, 4, 0x65, 1, 2, 3])
    const next = depacketizer.push(packet({ timestamp: 10, marker: true, payload: [0x41, 7] }))
    expect(next).toMatchObject({ keyframe: false })
    expect(bytesOf(next)).toEqual([0, 0, 0, 2, 0x41, 7])
  })

  it('after a gap, a lost end or a lost start it waits for a whole keyframe', () => {
    const keyframe = packet({ timestamp: 1, marker: true, payload: stapA(SPS, PPS, [0x65, 1]) })
    const delta = (timestamp: number) => packet({ timestamp, marker: true, payload: [0x41, 7] })

    const afterGap = new H264Depacketizer()
    afterGap.push(keyframe)
    afterGap.gap()
    expect(afterGap.push(delta(2))).toBe('broken')
    expect(afterGap.push(keyframe)).toMatchObject({ keyframe: true })

    const lostEnd = new H264Depacketizer()
    lostEnd.push(keyframe)
    lostEnd.push(packet({ timestamp: 2, payload: [0x41, 7] }))
    expect(lostEnd.push(delta(3))).toBe('broken')

    const lostStart = new H264Depacketizer()
    lostStart.push(keyframe)
    expect(lostStart.push(packet({ timestamp: 2, marker: true, payload: [0x5c, 0x41, 3] }))).toBe('broken')
  })

  it('never throws, whatever comes', () => {
    const depacketizer = new H264Depacketizer()
    const vp8 = new Vp8Depacketizer()
    const payload = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(payload, fc.boolean(), fc.integer({ min: 0, max: 2 }), (content, marker, timestamp) => {
        depacketizer.push(packet({ payload: content, marker, timestamp }))
        vp8.push(packet({ payload: content, marker, timestamp }))
      }),
      { numRuns: 5_000 },
    )
  })

  it('a torn sequence parameter set is a RangeError', () => {
    expect(() => readSpsSize(Buffer.from(SPS.slice(0, 6)))).toThrow(RangeError)
  })
})

describe('Vp8Depacketizer', () => {
  const key = [0x10, 0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0x68, 0x01, 5, 6]

  it('strips every form of descriptor and reads the size of a keyframe', () => {
    const depacketizer = new Vp8Depacketizer()
    const extended = [0x90, 0xf0, 0x81, 0x23, 9, 0x40, ...key.slice(1)]
    expect(depacketizer.push(packet({ timestamp: 1, payload: extended }))).toBeUndefined()
    const frame = depacketizer.push(packet({ timestamp: 1, marker: true, payload: [0x00, 7, 8] }))
    expect(frame).toMatchObject({ keyframe: true, format: { codec: 'vp8', widthPx: 640, heightPx: 360 } })
    expect(bytesOf(frame)).toEqual([...key.slice(1), 7, 8])
  })

  it('a picture whose start is lost is broken, and so is what leans on it', () => {
    const depacketizer = new Vp8Depacketizer()
    depacketizer.push(packet({ timestamp: 1, marker: true, payload: key }))
    expect(depacketizer.push(packet({ timestamp: 2, marker: true, payload: [0x00, 1, 1] }))).toBe('broken')
    expect(depacketizer.push(packet({ timestamp: 3, marker: true, payload: [0x10, 1, 1] }))).toBe('broken')
    expect(depacketizer.push(packet({ timestamp: 4, marker: true, payload: key }))).toMatchObject({ keyframe: true })
  })
})
