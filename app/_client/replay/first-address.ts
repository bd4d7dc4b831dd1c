import type { ReplayPart, ReplayTrack } from '#core/contract/replay.ts'
import { partAt } from './part-at.ts'
import { inPartS, SEEK_ROUNDING_S } from './part-time.ts'
import type { ReplayState } from './replay-store.ts'

/**
 * Given as `src`, a browser shows what is to be seen of a track by itself, before any script has come. Null for what is not to
 * be seen, and for a part that is still being written.
 */
export function firstAddressOf(
  { id, parts }: ReplayTrack,
  { picture: { mainTrackId, cornerTrackId }, positionMs }: Pick<ReplayState, 'picture' | 'positionMs'>,
): string | null {
  if (id !== mainTrackId && id !== cornerTrackId) return null
  // Only a part that is still being written depends on where now is.
  const place = partAt(parts, positionMs, { liveEndMs: positionMs })
  if (place.part?.state !== 'closed') return null
  return `${place.part.url}#t=${(inPartS(place) + SEEK_ROUNDING_S).toFixed(3)}`
}

/** Whether an element that has this as its `src` is already playing the part. */
export const isAddressOf = (src: string | null, { url }: Pick<ReplayPart, 'url'>): boolean =>
  src !== null && (src === url || src.startsWith(`${url}#`))
