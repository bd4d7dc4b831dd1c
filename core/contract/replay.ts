import { z } from 'zod'
import { activityCard, agendaItem } from './activity.ts'
import { id, personColour, sessionMs } from './fields.ts'
import { mediaSource, timelineEvent } from './timeline.ts'

/** One growing or finished file of a track. Times are on the session's clock. */
export const replayPart = z.object({
  id,
  /** Same-origin address; answers byte ranges of at most 1 MB each. */
  url: z.string(),
  container: z.enum(['mp4', 'webm']),
  /** For `MediaSource.isTypeSupported`, e.g. `video/mp4; codecs="avc1.42e01f"`. */
  mimeType: z.string(),
  startMs: sessionMs,
  durationMs: z.number().int().nonnegative(),
  widthPx: z.number().int().nullable(),
  heightPx: z.number().int().nullable(),
  /** `open`: still being written, play by fragments of `indexUrl`; `closed`: plays as a plain file. */
  state: z.enum(['open', 'closed']),
  /** Lines of `replayFragment`; `?after=<number of lines that are known>` answers only the newer ones. */
  indexUrl: z.string(),
  /** The bytes that a SourceBuffer is given before any fragment. */
  initUrl: z.string(),
})
export type ReplayPart = z.infer<typeof replayPart>

export const replayTrack = z.object({
  id,
  participantId: id,
  name: z.string(),
  organisation: z.string(),
  colour: personColour,
  source: mediaSource,
  kind: z.enum(['audio', 'video']),
  parts: z.array(replayPart),
  thumbnailUrl: z.string().nullable(),
})
export type ReplayTrack = z.infer<typeof replayTrack>

export const replayRecording = z.object({
  id,
  /** `failed`: mix and pictures could not be made, after some ten minutes of tries; what was recorded plays all the same. */
  status: z.enum(['active', 'processing', 'ready', 'failed']),
  /** Why it failed, for the reader's own words; null where it has not. */
  failure: z.enum(['disk-full', 'other']).nullable(),
  startMs: sessionMs,
  endMs: sessionMs.nullable(),
  /** All voices in one AAC file that starts at `startMs`; null until the job has made it: then play the microphones. */
  mixUrl: z.string().nullable(),
})
export type ReplayRecording = z.infer<typeof replayRecording>

export const replayManifest = z.object({
  sessionId: id,
  activity: activityCard,
  agenda: z.array(agendaItem),
  live: z.boolean(),
  /** The session's length so far. */
  durationMs: sessionMs,
  nowEpochMs: z.number().int(),
  zeroEpochMs: z.number().int(),
  recordings: z.array(replayRecording),
  tracks: z.array(replayTrack),
  events: z.array(timelineEvent),
  /** Where this person stopped the last time. */
  resumeAtMs: sessionMs.nullable(),
  may: z.object({ finishAgain: z.boolean() }),
})
export type ReplayManifest = z.infer<typeof replayManifest>

/** One line of a part's index: bytes and time of one fragment that is safely on disk. */
export const replayFragment = z.object({
  offsetBytes: z.number().int().nonnegative(),
  sizeBytes: z.number().int().positive(),
  /** From the beginning of the part. */
  startMs: z.number().nonnegative(),
  durationMs: z.number().nonnegative(),
  keyframe: z.boolean(),
})
export type ReplayFragment = z.infer<typeof replayFragment>

/** The plan of a session as base state plus updates, Yjs update format V2 in base64. */
export const replayPlan = z.object({
  planId: id,
  /** The document when the session began. */
  base: z.string(),
  updates: z.array(
    z.object({
      seq: z.number().int(),
      atMs: sessionMs,
      personId: id.nullable(),
      name: z.string(),
      colour: personColour,
      update: z.string(),
    }),
  ),
})
export type ReplayPlan = z.infer<typeof replayPlan>
