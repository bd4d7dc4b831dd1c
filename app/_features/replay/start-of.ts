import type { ReplayManifest } from '#core/contract/replay.ts'
import { firstMomentOf } from '#app/_client/replay/first-moment.ts'
import { parseMoment } from '#app/_client/replay/moment-words.ts'

export type ReplayStart =
  /** A link named this second. */
  | { kind: 'asked'; atMs: number }
  /** Here this person stopped the last time. */
  | { kind: 'resumed'; atMs: number }
  | { kind: 'first'; atMs: number }

/** So near to the beginning or to the end, nobody wants to go on. */
const MARGIN_MS = 10_000

/** Where watching begins. `asked` is what stands in the address. */
export function startOf(
  manifest: Pick<ReplayManifest, 'tracks' | 'durationMs' | 'resumeAtMs'>,
  { asked }: { asked: string | null },
): ReplayStart {
  const { durationMs, resumeAtMs } = manifest
  const askedMs = asked === null ? null : parseMoment(asked)
  if (askedMs !== null) return { kind: 'asked', atMs: Math.min(askedMs, durationMs) }
  const firstMs = firstMomentOf(manifest)
  const goesOn = resumeAtMs !== null && resumeAtMs > firstMs + MARGIN_MS && resumeAtMs < durationMs - MARGIN_MS
  return goesOn ? { kind: 'resumed', atMs: resumeAtMs } : { kind: 'first', atMs: firstMs }
}
