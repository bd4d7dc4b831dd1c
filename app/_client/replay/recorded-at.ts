import type { ReplayManifest } from '#core/contract/replay.ts'

export type RecordedAt =
  | { kind: 'here' }
  /** This moment was not recorded; `nearestMs` is where the next recording begins, or the last one where none follows. */
  | { kind: 'elsewhere'; nearestMs: number }
  /** It was, and its work was given up: what was kept plays, without mixed sound and still pictures. */
  | { kind: 'failed'; recordingId: string; failure: 'disk-full' | 'other' }
  /** Nothing so far, and the session still runs. */
  | { kind: 'not-yet' }
  | { kind: 'never' }

/** Whether sound and picture of a moment were kept. */
export function recordedAt(
  { recordings, live }: Pick<ReplayManifest, 'recordings' | 'live'>,
  atMs: number,
): RecordedAt {
  const now = recordings.find(({ startMs, endMs }) => startMs <= atMs && atMs < (endMs ?? Infinity))
  if (now?.status === 'failed') return { kind: 'failed', recordingId: now.id, failure: now.failure ?? 'other' }
  if (now !== undefined) return { kind: 'here' }
  const nearest = recordings.find(({ startMs }) => startMs > atMs) ?? recordings.at(-1)
  if (nearest !== undefined) return { kind: 'elsewhere', nearestMs: nearest.startMs }
  return { kind: live ? 'not-yet' : 'never' }
}
