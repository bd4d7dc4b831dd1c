import { box, boxHeader, fullBox, uint32, uint64 } from './boxes.ts'
import { DEPENDENT_SAMPLE_FLAGS, SYNC_SAMPLE_FLAGS } from './movie.ts'
import type { FragmentInput } from '../sample.ts'

/** Flags of `tfhd` and `trun`: ISO/IEC 14496-12 §8.8.7 and §8.8.8. */
export const TFHD = { defaultDuration: 0x8, baseIsMoof: 0x20000 }
export const TRUN = { dataOffset: 0x1, firstSampleFlags: 0x4, duration: 0x100, size: 0x200 }

/**
 * One `moof` and its `mdat`. Only the first sample may be a keyframe among dependent ones; sound is all keyframes.
 * Durations are written once when they are all the same.
 */
export function buildMp4Fragment({ sequenceNumber, samples, endTime }: FragmentInput): Buffer {
  const durations = samples.map((sample, i) => (samples[i + 1]?.time ?? endTime) - sample.time)
  const commonDuration = durations.every((duration) => duration === durations[0]) ? durations[0] : undefined
  const dataBytes = samples.reduce((sum, sample) => sum + sample.sizeBytes, 0)

  const build = (dataOffset: number) =>
    box(
      'moof',
      fullBox('mfhd', { version: 0, flags: 0 }, uint32(sequenceNumber)),
      box(
        'traf',
        commonDuration === undefined
          ? fullBox('tfhd', { version: 0, flags: TFHD.baseIsMoof }, uint32(1))
          : fullBox('tfhd', { version: 0, flags: TFHD.baseIsMoof | TFHD.defaultDuration }, uint32(1, commonDuration)),
        fullBox('tfdt', { version: 1, flags: 0 }, uint64(samples[0]?.time ?? endTime)),
        buildRun({ samples, durations, hasCommonDuration: commonDuration !== undefined, dataOffset }),
      ),
    )
  const moofBytes = build(0).length
  return Buffer.concat([
    build(moofBytes + 8),
    boxHeader('mdat', { sizeBytes: dataBytes + 8 }),
    ...samples.flatMap((sample) => sample.chunks),
  ])
}

type RunInput = {
  samples: FragmentInput['samples']
  durations: number[]
  hasCommonDuration: boolean
  /** From the start of `moof`. */
  dataOffset: number
}

function buildRun({ samples, durations, hasCommonDuration, dataOffset }: RunInput): Buffer {
  const flags = TRUN.dataOffset | TRUN.firstSampleFlags | TRUN.size | (hasCommonDuration ? 0 : TRUN.duration)
  const firstFlags = samples[0]?.keyframe ? SYNC_SAMPLE_FLAGS : DEPENDENT_SAMPLE_FLAGS
  const rows = samples.flatMap((sample, i) =>
    hasCommonDuration ? [sample.sizeBytes] : [durations[i] ?? 0, sample.sizeBytes],
  )
  return fullBox('trun', { version: 0, flags }, uint32(samples.length, dataOffset, firstFlags, ...rows))
}
