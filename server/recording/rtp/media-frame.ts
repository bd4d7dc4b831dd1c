import type { VideoFormat } from '../sample.ts'

/** One coded picture. `chunks` are written one after the other; they may be views into received datagrams. */
export type VideoFrame = {
  keyframe: boolean
  /** 32-bit RTP timestamp. */
  timestamp: number
  arrivalMs: number
  chunks: Buffer[]
  sizeBytes: number
  /** Of the last keyframe. */
  format: VideoFormat
}

/** 'broken' : a picture was incomplete or leans on one that was; ask the sender for a keyframe. */
export type DepacketizerOutput = VideoFrame | 'broken' | undefined
