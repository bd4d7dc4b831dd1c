import { readFile } from 'node:fs/promises'
import type { ReplayFragment } from '#core/contract/replay.ts'

/** Head and fragments of a fragmented MP4 whose fragments all last as long as `fragmentMs`. */
export async function fragmentsOf(
  file: string,
  { fragmentMs }: { fragmentMs: number },
): Promise<{ init: Buffer; fragments: ReplayFragment[] }> {
  const bytes = await readFile(file)
  const fragments: ReplayFragment[] = []
  let initBytes = 0
  for (let at = 0; at + 8 <= bytes.length;) {
    const [sizeBytes, name] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)]
    const last = fragments.at(-1)
    if (name === 'moov') initBytes = at + sizeBytes
    if (name === 'mdat' && last !== undefined) last.sizeBytes += sizeBytes
    if (name === 'moof') {
      const startMs = fragments.length * fragmentMs
      fragments.push({ offsetBytes: at, sizeBytes, startMs, durationMs: fragmentMs, keyframe: true })
    }
    at += sizeBytes
  }
  return { init: bytes.subarray(0, initBytes), fragments }
}
