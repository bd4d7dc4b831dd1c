import { describe, expect, it } from 'vitest'
import { RANGE_MAX_BYTES, wantedRange } from '#server/http/byte-range.ts'

const sizeBytes = 3 * RANGE_MAX_BYTES
const range = (firstByte: number, lastByte: number) => ({ kind: 'range', range: { firstByte, lastByte } })

describe('[REPLAY4] ranges', () => {
  it.each([
    ['bytes=0-99', range(0, 99)],
    ['bytes=100-', range(100, 100 + RANGE_MAX_BYTES - 1)],
    ['bytes=0-999999999', range(0, RANGE_MAX_BYTES - 1)],
    [`bytes=${sizeBytes - 10}-`, range(sizeBytes - 10, sizeBytes - 1)],
    ['bytes=-10', range(sizeBytes - 10, sizeBytes - 1)],
    ['bytes=-999999999', range(0, RANGE_MAX_BYTES - 1)],
  ])('%s is cut to what there is and to 1 MB', (header, wanted) => {
    expect(wantedRange(header, { sizeBytes })).toEqual(wanted)
  })

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'pages=1-2', 'bytes=a-b'])(
    '%s is answered with the whole',
    (header) => {
      expect(wantedRange(header, { sizeBytes })).toEqual({ kind: 'whole' })
    },
  )

  it.each([`bytes=${sizeBytes}-`, 'bytes=-0'])('%s cannot be satisfied', (header) => {
    expect(wantedRange(header, { sizeBytes })).toEqual({ kind: 'unsatisfiable' })
  })

  it('nothing can be had of what is empty', () => {
    expect(wantedRange('bytes=0-', { sizeBytes: 0 })).toEqual({ kind: 'unsatisfiable' })
  })
})
