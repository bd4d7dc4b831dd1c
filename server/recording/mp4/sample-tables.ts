import { fullBox, uint32, uint64 } from './boxes.ts'
import type { FragmentTable } from './read-fragment.ts'

/** The boxes of `stbl` after `stsd`. */
export type SampleTables = { durationTicks: number; boxes: Buffer }

const PLAIN = { version: 0, flags: 0 }

/**
 * Turns fragments into the sample tables of a plain file: one chunk per fragment. Where a fragment starts later than
 * the one before ended (the track was silent), the last sample before the silence lasts until then.
 */
export function buildSampleTables({
  fragments,
  everySampleIsSync,
}: {
  /** `dataOffsetBytes` : where the samples of the fragment lie in the file. */
  fragments: { table: FragmentTable; dataOffsetBytes: number }[]
  everySampleIsSync: boolean
}): SampleTables {
  const durations: number[] = []
  const sizes: number[] = []
  const syncSamples: number[] = []
  const samplesPerChunk: number[] = []
  let end = 0
  for (const { table } of fragments) {
    if (table.startTime > end && durations.length > 0) {
      durations.push((durations.pop() ?? 0) + table.startTime - end)
    }
    if (table.keyframe) syncSamples.push(sizes.length + 1)
    for (const duration of table.durations) durations.push(duration)
    for (const size of table.sizes) sizes.push(size)
    samplesPerChunk.push(table.sizes.length)
    end = table.startTime + table.durations.reduce((sum, duration) => sum + duration, 0)
  }
  const offsets = fragments.map((fragment) => fragment.dataOffsetBytes)
  const timeRuns = runs(durations).flatMap(({ count, value }) => [count, value])
  const chunkRuns = runs(samplesPerChunk).flatMap(({ first, value }) => [first + 1, value, 1])
  return {
    durationTicks: durations.reduce((sum, duration) => sum + duration, 0),
    boxes: Buffer.concat([
      fullBox('stts', PLAIN, uint32(timeRuns.length / 2), list32(timeRuns)),
      ...(everySampleIsSync ? [] : [fullBox('stss', PLAIN, uint32(syncSamples.length), list32(syncSamples))]),
      fullBox('stsc', PLAIN, uint32(chunkRuns.length / 3), list32(chunkRuns)),
      fullBox('stsz', PLAIN, uint32(0, sizes.length), list32(sizes)),
      fullBox('co64', PLAIN, uint32(offsets.length), Buffer.concat(offsets.map((offset) => uint64(offset)))),
    ]),
  }
}

/** The rest of `moov`, with the parameter sets, and the boxes around the tables. */
const FIXED_BYTES = 4_096

/** The most bytes that the movie box of so much footage can need. */
export function sampleTablesLimitBytes({ samples, fragments }: { samples: number; fragments: number }): number {
  return FIXED_BYTES + samples * (8 + 4) + fragments * (8 + 12 + 4)
}

function list32(values: number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * values.length)
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i))
  return bytes
}

function runs(values: number[]): { first: number; count: number; value: number }[] {
  const found: { first: number; count: number; value: number }[] = []
  values.forEach((value, i) => {
    const last = found.at(-1)
    if (last?.value === value) last.count++
    else found.push({ first: i, count: 1, value })
  })
  return found
}
