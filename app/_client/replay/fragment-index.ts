import type { ReplayFragment } from '#core/contract/replay.ts'

/** Bytes that lie beside each other in the file and are fetched with one request. */
export interface ByteRun {
  fromByte: number
  toByte: number
  firstFragment: number
  /** Index of the fragment after the last of this run. */
  nextFragment: number
}

/** From fragment `first` on, as many as fit into one answer and are needed until `untilMs`. Null: nothing to fetch. */
export function nextRun(
  fragments: readonly ReplayFragment[],
  { first, untilMs, maxBytes }: { first: number; untilMs: number; maxBytes: number },
): ByteRun | null {
  const head = fragments[first]
  if (head === undefined || head.startMs >= untilMs) return null
  let [toByte, index] = [head.offsetBytes + head.sizeBytes, first + 1]
  for (; index < fragments.length; index += 1) {
    const fragment = fragments[index]
    if (fragment === undefined || fragment.startMs >= untilMs || fragment.offsetBytes !== toByte) break
    if (toByte + fragment.sizeBytes - head.offsetBytes > maxBytes) break
    toByte += fragment.sizeBytes
  }
  return { fromByte: head.offsetBytes, toByte, firstFragment: first, nextFragment: index }
}

/** Where decoding can begin for this moment: the last keyframe at or before it. */
export function keyframeBefore(fragments: readonly ReplayFragment[], atMs: number): number {
  const before = fragments.findLastIndex(({ keyframe, startMs }) => keyframe && startMs <= atMs)
  return before === -1
    ? Math.max(
        0,
        fragments.findIndex(({ keyframe }) => keyframe),
      )
    : before
}
