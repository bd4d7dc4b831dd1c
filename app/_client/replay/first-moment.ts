import type { ReplayManifest } from '#core/contract/replay.ts'

/** A camera begins a little after its microphone; watching begins with the picture when it comes this soon. */
const PICTURE_SOON_MS = 5_000

/** Where watching begins when nothing else is wished: the first picture, or the first sound well before any picture. */
export function firstMomentOf({ tracks }: Pick<ReplayManifest, 'tracks'>): number {
  const startsOf = (kinds: readonly string[]) =>
    tracks.filter(({ kind }) => kinds.includes(kind)).flatMap(({ parts }) => parts.map(({ startMs }) => startMs))
  const firstMs = Math.min(...startsOf(['audio', 'video']))
  const pictureMs = Math.min(...startsOf(['video']))
  if (pictureMs - firstMs <= PICTURE_SOON_MS) return pictureMs
  return Number.isFinite(firstMs) ? firstMs : 0
}
