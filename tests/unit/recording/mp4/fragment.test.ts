import { describe, expect, it } from 'vitest'
import { readBoxHeader } from '#server/recording/mp4/boxes.ts'
import { buildMp4Fragment } from '#server/recording/mp4/fragment.ts'
import { readFragmentTable } from '#server/recording/mp4/read-fragment.ts'
import { buildSampleTables } from '#server/recording/mp4/sample-tables.ts'

const sample = (time: number, text: string) => ({
  time,
  keyframe: time === 900,
  chunks: [Buffer.from(text)],
  sizeBytes: text.length,
})
const tableOf = (fragment: Buffer) =>
  readFragmentTable(fragment.subarray(8, readBoxHeader(fragment, { offset: 0 })?.sizeBytes))

describe('an MP4 fragment', () => {
  it.each([
    ['even', [900, 1_900], [1_000, 1_000]],
    ['uneven', [900, 1_950], [1_050, 950]],
  ])('says the times and sizes of %s samples, and its data offset is true', (_, times, durations) => {
    const samples = times.map((time, i) => sample(time, 'abcdef'.slice(0, 3 + i)))
    const fragment = buildMp4Fragment({ sequenceNumber: 1, samples, endTime: 2_900 })
    expect(tableOf(fragment)).toEqual({ startTime: 900, durations, sizes: [3, 4], keyframe: true })
    expect(fragment.subarray(-7).toString()).toBe('abcabcd')
    const run = fragment.indexOf('trun')
    expect(fragment.readUInt32BE(run + 12)).toBe(fragment.length - 7)
  })
})

describe('sample tables', () => {
  it('let the last picture before a silence last until the next fragment', () => {
    const table = (startTime: number) => ({ startTime, durations: [10, 10], sizes: [5, 6], keyframe: startTime === 0 })
    const tables = buildSampleTables({
      fragments: [
        { table: table(0), dataOffsetBytes: 100 },
        { table: table(500), dataOffsetBytes: 200 },
      ],
      everySampleIsSync: false,
    })
    expect(tables.durationTicks).toBe(520)
    const stts = tables.boxes.subarray(16, tables.boxes.readUInt32BE(0))
    expect([...Array(stts.length / 4).keys()].map((i) => stts.readUInt32BE(4 * i))).toEqual([1, 10, 1, 490, 2, 10])
  })
})
