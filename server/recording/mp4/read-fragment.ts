import { findBox } from './boxes.ts'
import { TFHD, TRUN } from './fragment.ts'
import { SYNC_SAMPLE_FLAGS } from './movie.ts'

/** What a `moof` of ours says about its samples. */
export type FragmentTable = {
  /** Ticks since the part's start. */
  startTime: number
  durations: number[]
  sizes: number[]
  /** Whether the first sample is a keyframe. */
  keyframe: boolean
}

/** Reads the content of a `moof` that buildMp4Fragment wrote; undefined for anything else. */
export function readFragmentTable(moof: Buffer): FragmentTable | undefined {
  const header = findBox(moof, ['traf', 'tfhd'])
  const decodeTime = findBox(moof, ['traf', 'tfdt'])
  const run = findBox(moof, ['traf', 'trun'])
  if (!header || !decodeTime || !run || header.length < 8 || decodeTime.length < 12 || run.length < 16) return undefined

  const hasDefault = (header.readUInt32BE(0) & TFHD.defaultDuration) !== 0
  const defaultDuration = hasDefault && header.length >= 12 ? header.readUInt32BE(8) : 0
  const hasDurations = (run.readUInt32BE(0) & TRUN.duration) !== 0
  const count = run.readUInt32BE(4)
  const rowBytes = hasDurations ? 8 : 4
  if (run.length !== 16 + count * rowBytes) return undefined

  const durations: number[] = []
  const sizes: number[] = []
  for (let at = 16; at < run.length; at += rowBytes) {
    durations.push(hasDurations ? run.readUInt32BE(at) : defaultDuration)
    sizes.push(run.readUInt32BE(at + rowBytes - 4))
  }
  return {
    startTime: Number(decodeTime.readBigUInt64BE(4)),
    durations,
    sizes,
    keyframe: run.readUInt32BE(12) === SYNC_SAMPLE_FLAGS,
  }
}
