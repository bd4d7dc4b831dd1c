import { describe, expect, it } from 'vitest'
import {
  formatFragment,
  formatHeader,
  formatMovedStart,
  fragmentsBetween,
  parseIndex,
} from '#server/recording/part-index.ts'
import { isTrackId, parsePartFileName, partFileName } from '#server/recording/part-name.ts'

const header = {
  version: 1,
  trackId: 'cam',
  partIndex: 3,
  container: 'mp4',
  codec: 'avc1.42e01f',
  startedAtEpochMs: 5,
  initSizeBytes: 4,
  initBase64: 'AAAA',
} as const
const fragments = [0, 1, 2, 3, 4, 5].map((i) => ({
  offsetBytes: 100 * i,
  sizeBytes: 100,
  startMs: 1_000 * i,
  durationMs: 1_000,
  keyframe: i === 1 || i === 4,
}))

describe('the index of a part', () => {
  it('reads back what was written, and stops where it is torn', () => {
    const text = formatHeader(header) + fragments.map(formatFragment).join('')
    expect(parseIndex(text)).toEqual({ header, fragments })
    expect(parseIndex(text.slice(0, -3))?.fragments).toEqual(fragments.slice(0, 5))
    expect(parseIndex('{"version":2}\n')).toBeUndefined()
    expect(parseIndex('')).toBeUndefined()
  })

  it('[RECORD-18] a part is moved by digits that are written over, at any moment a whole index', () => {
    const young = { ...header, startedAtEpochMs: 1_790_000_000_140 }
    const text = Buffer.from(formatHeader(young) + fragments.map(formatFragment).join(''))
    const moved = formatMovedStart(young, { startedAtEpochMs: 1_789_999_999_999 })
    text.write(moved.digits, moved.positionBytes)
    expect(parseIndex(text.toString())).toEqual({
      header: { ...young, startedAtEpochMs: 1_789_999_999_999 },
      fragments,
    })
    expect(() => formatMovedStart(header, { startedAtEpochMs: 10 })).toThrow()
  })

  it('[RECORD-15] fragments to play a span begin at a keyframe', () => {
    const starts = (fromMs: number, toMs: number) => fragmentsBetween(fragments, { fromMs, toMs }).map((f) => f.startMs)
    expect(starts(3_500, 4_500)).toEqual([1_000, 2_000, 3_000, 4_000])
    expect(starts(4_000, 4_001)).toEqual([4_000])
    expect(starts(0, 2_500)).toEqual([1_000, 2_000])
    expect(fragmentsBetween([], { fromMs: 0, toMs: 1 })).toEqual([])
  })
})

describe('the name of a part', () => {
  it('goes both ways', () => {
    const part = { trackId: 'a-b_C', partIndex: 12, container: 'webm' } as const
    expect(partFileName(part)).toBe('a-b_C.0012.webm')
    expect(parsePartFileName(partFileName(part))).toEqual(part)
  })

  it('cannot lead out of the folder', () => {
    for (const trackId of ['../x', 'a/b', 'a.b', '', 'x'.repeat(65)]) expect(isTrackId(trackId)).toBe(false)
    for (const name of ['x.0001.mp4.idx', 'x.1.mp4', '.0001.mp4', 'x.0001.mov']) {
      expect(parsePartFileName(name)).toBeUndefined()
    }
  })
})
