import type { ReplayManifest } from '#core/contract/replay.ts'

/** Where watching begins when nothing else is wished: the first recorded picture or sound. */
export function firstMomentOf({ tracks }: Pick<ReplayManifest, 'tracks'>): number {
  const starts = tracks.flatMap(({ parts }) => parts.map(({ startMs }) => startMs))
  return starts.length === 0 ? 0 : Math.min(...starts)
}
