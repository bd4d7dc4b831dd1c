import type { PartPlace } from './part-at.ts'

/** At the very border of two frames some files would show the one before. */
export const SEEK_ROUNDING_S = 0.001
/** Two frames at 30 a second: a picture sought this near is the right one. */
export const ARRIVED_S = 0.07

/** Where in its file a part stands at this moment, in seconds. In a gap: at its last picture. */
export function inPartS(place: PartPlace): number {
  const { part } = place
  if (part === null) return 0
  // A little before the end, where there is one.
  const lastS = Math.max(0, part.durationMs / 1_000 - ARRIVED_S)
  if (place.kind === 'gap') return lastS
  const wantedS = place.offsetMs / 1_000
  return part.state === 'closed' ? Math.min(wantedS, lastS) : wantedS
}
