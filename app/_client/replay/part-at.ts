import type { ReplayPart } from '#core/contract/replay.ts'

/** What a track has to give at a moment of the session. */
export type PartPlace =
  | { kind: 'playing'; part: ReplayPart; offsetMs: number }
  /** Nothing was sent then; `part` is the last before it, whose last picture may stand. */
  | { kind: 'gap'; part: ReplayPart | null }

/** What follows within this time is one picture to the eye: the last frame stands until it comes. */
const SEAM_MS = 400

/** `parts` oldest first. An open part lasts as long as is known of it, or to `liveEndMs`. */
export function partAt(parts: readonly ReplayPart[], atMs: number, { liveEndMs }: { liveEndMs: number }): PartPlace {
  const index = parts.findLastIndex(({ startMs }) => startMs <= atMs)
  const part = parts[index]
  if (part === undefined) return { kind: 'gap', part: null }
  const offsetMs = atMs - part.startMs
  if (offsetMs < lengthOf(part, { liveEndMs })) return { kind: 'playing', part, offsetMs }
  const next = parts[index + 1]
  const isSeam = next !== undefined && next.startMs - (part.startMs + part.durationMs) <= SEAM_MS
  return isSeam ? { kind: 'playing', part, offsetMs } : { kind: 'gap', part }
}

/** When this track plays, on the session's clock. */
export const rangesOf = (parts: readonly ReplayPart[], { liveEndMs }: { liveEndMs: number }) =>
  parts.map((part) => ({ fromMs: part.startMs, toMs: part.startMs + lengthOf(part, { liveEndMs }) }))

const lengthOf = (part: ReplayPart, { liveEndMs }: { liveEndMs: number }) =>
  part.state === 'closed' ? part.durationMs : Math.max(part.durationMs, liveEndMs - part.startMs)
