import { closeSync, openSync } from 'node:fs'
import { FinalizeError } from './finalize-error.ts'
import { finalizeMp4 } from './mp4/finalize.ts'
import { readIndex, writeIndex, type IndexHeader } from './part-index.ts'
import { finalizeWebm } from './webm/finalize.ts'
import type { Fragment } from './finished-media.ts'

/** What is known of a part that will not grow any more. */
export type FinishedPart = {
  file: string
  trackId: string
  partIndex: number
  container: 'mp4' | 'webm'
  codec: string
  startedAtEpochMs: number
  initSizeBytes: number
  durationMs: number
  sizeBytes: number
  widthPx?: number | undefined
  heightPx?: number | undefined
}

/**
 * Makes a part that nobody writes any more an ordinary file, in place: cuts a torn tail, puts the index for seeking at
 * the head, completes `.idx`. Idempotent: a second run changes no byte. Answers undefined when the part holds nothing.
 * Throws FinalizeError when the file is no part of ours or its tables do not fit; it still plays as it grew.
 */
export async function finalizePart(file: string): Promise<FinishedPart | undefined> {
  const index = await readIndex(file)
  if (!index) throw new FinalizeError(`No index beside ${file}.`)
  const fd = openSync(file, 'r+')
  try {
    const media = index.header.container === 'mp4' ? finalizeMp4(fd) : finalizeWebm(fd)
    if (!media) return undefined
    if (!sameFragments(index.fragments, media.fragments)) {
      await writeIndex(file, { header: index.header, fragments: media.fragments })
    }
    return { file, ...describeHeader(index.header), durationMs: media.durationMs, sizeBytes: media.sizeBytes }
  } finally {
    closeSync(fd)
  }
}

function describeHeader(header: IndexHeader) {
  const { trackId, partIndex, container, codec, startedAtEpochMs, initSizeBytes, widthPx, heightPx } = header
  return { trackId, partIndex, container, codec, startedAtEpochMs, initSizeBytes, widthPx, heightPx }
}

/** By place alone: times in the index are those known while it grew. */
function sameFragments(a: Fragment[], b: Fragment[]): boolean {
  return (
    a.length === b.length &&
    a.every((fragment, i) => fragment.offsetBytes === b[i]?.offsetBytes && fragment.sizeBytes === b[i]?.sizeBytes)
  )
}
