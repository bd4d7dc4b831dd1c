/** One coded picture or sound packet as a container stores it. */
export type Sample = {
  /** Since the part's start, in ticks of the container's timescale. */
  time: number
  keyframe: boolean
  /** Written one after the other. */
  chunks: Buffer[]
  sizeBytes: number
}

/** What a container, and a decoder before the first sample, needs to know about the track. */
export type TrackFormat =
  | { codec: 'h264'; codecString: string; widthPx: number; heightPx: number; sps: Buffer; pps: Buffer }
  | { codec: 'vp8'; codecString: 'vp8'; widthPx: number; heightPx: number }
  | { codec: 'opus'; codecString: 'opus'; channels: number }

export type VideoFormat = Exclude<TrackFormat, { codec: 'opus' }>

/** Whether samples of both can follow each other in one part. */
export function sameFormat(a: TrackFormat, b: TrackFormat): boolean {
  if (a.codec === 'h264' && b.codec === 'h264') return a.sps.equals(b.sps) && a.pps.equals(b.pps)
  if (a.codec === 'vp8' && b.codec === 'vp8') return a.widthPx === b.widthPx && a.heightPx === b.heightPx
  return a.codec === 'opus' && b.codec === 'opus' && a.channels === b.channels
}

export type FragmentInput = {
  /** From 1, without gaps. */
  sequenceNumber: number
  /** At least one, times rising. */
  samples: Sample[]
  /** Where the last sample ends, in ticks. */
  endTime: number
}

/**
 * A growing file is `init`, then `reserve` (an empty box that finalising fills with the index for seeking), then
 * fragments. `reserve` is written as its header alone; the rest of it is a hole in the file that takes no disk space.
 */
export type ContainerLayout = {
  container: 'mp4' | 'webm'
  timescaleHz: number
  init: Buffer
  reserveHeader: Buffer
  reserveBytes: number
  /** The most bytes that finalising may need for so much footage; beyond `reserveBytes` it cannot be done in place. */
  indexLimitBytes: (footage: { samples: number; fragments: number }) => number
  buildFragment: (input: FragmentInput) => Buffer
}
