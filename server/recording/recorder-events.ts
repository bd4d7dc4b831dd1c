import { z } from 'zod'

const part = z.object({ trackId: z.string(), partIndex: z.number().int().nonnegative() })
const media = part.extend({
  file: z.string(),
  container: z.enum(['mp4', 'webm']),
  /** For `MediaSource.isTypeSupported`: `avc1.42e01f`, `opus`, `vp8`. */
  codec: z.string(),
  /** When the part's time 0 was, on the clock given to Recorder.start. */
  startedAtEpochMs: z.number(),
  /** How many bytes at the file's start a browser needs before any fragment; also in `.idx`. */
  initSizeBytes: z.number().int(),
  widthPx: z.number().int().optional(),
  heightPx: z.number().int().optional(),
})

/** Why something could not be kept. */
const recordingFailure = z.enum(['disk-full', 'disk-slow', 'io', 'process-lost'])
type RecordingFailure = z.infer<typeof recordingFailure>

/** What the recorder tells while it works. For one part: opened, fragments in order, closed; moved between. */
export const recorderEvent = z.discriminatedUnion('type', [
  /** The first fragment is on disk. */
  media.extend({ type: z.literal('part-opened') }),
  /** More is known of when it began: earlier by up to a second. Times within it stay. */
  media.extend({ type: z.literal('part-moved') }),
  /** Safe on disk and in `.idx`. Offsets count from the file's start, times from the part's. */
  part.extend({
    type: z.literal('fragment'),
    offsetBytes: z.number().int(),
    sizeBytes: z.number().int(),
    startMs: z.number(),
    durationMs: z.number(),
    keyframe: z.boolean(),
  }),
  /** `finalized` false: it plays as it grew, and recoverDirectory must be run again (the disk was full). */
  media.extend({
    type: z.literal('part-closed'),
    durationMs: z.number(),
    sizeBytes: z.number().int(),
    finalized: z.boolean(),
  }),
  /** Ask the sender for a keyframe. Comes at most twice a second, and every four seconds without one. */
  z.object({ type: z.literal('keyframe-needed'), trackId: z.string() }),
  /** Once per outage; recording goes on by itself in a new part when the cause is gone. Without trackId: everything. */
  z.object({
    type: z.literal('failed'),
    trackId: z.string().optional(),
    reason: recordingFailure,
    message: z.string(),
  }),
  /** The recorder process was lost and runs anew; its tracks listen again, on the same ports unless those were taken. */
  z.object({
    type: z.literal('restarted'),
    tracks: z.array(z.object({ trackId: z.string(), rtpPort: z.number().int() })),
  }),
])
export type RecorderEvent = z.infer<typeof recorderEvent>
export type PartClosed = Extract<RecorderEvent, { type: 'part-closed' }>

/** Node's error codes in the recorder's words. */
export function failureReason(error: unknown): RecordingFailure {
  if (!(error instanceof Error)) return 'io'
  if (error.name === 'DiskTooSlowError') return 'disk-slow'
  const code = 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'disk-full' : 'io'
}
