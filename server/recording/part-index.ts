import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Fragment } from './finished-media.ts'

/*
 * Beside each part lies `<part>.idx`, lines of JSON: first the header, then one array per fragment, appended only after
 * the fragment itself is safe on disk.
 *
 * Time shift (watching a part while it grows). A browser feeds a SourceBuffer of
 * `video/mp4; codecs="<codec>"`, `audio/mp4; codecs="opus"` or `video/webm; codecs="vp8"`:
 *   1. append the header's init bytes (`initBase64`, equal to the file's first bytes while it grows);
 *   2. append fragments by byte range, from a `keyframe` one on (fragmentsBetween); offsets count from the file's start
 *      and stay true after finalising;
 *   3. set `timestampOffset` to the part's start on the session's clock when several parts share one SourceBuffer, and
 *      append the new part's init bytes before its first fragment.
 * A silent track leaves a hole between fragments: a player steps over it. The reserved box between init and the first
 * fragment is never needed. A finished file (`part-closed`) is an ordinary MP4 or WebM and plays as `src`.
 */
export const INDEX_SUFFIX = '.idx'

const indexHeader = z.object({
  version: z.literal(1),
  trackId: z.string(),
  partIndex: z.number().int().nonnegative(),
  container: z.enum(['mp4', 'webm']),
  /** As in the `codecs` parameter of a MIME type: RFC 6381. */
  codec: z.string(),
  /** When the part's time 0 was, on the server's clock. */
  startedAtEpochMs: z.number(),
  widthPx: z.number().int().optional(),
  heightPx: z.number().int().optional(),
  initSizeBytes: z.number().int().positive(),
  initBase64: z.string(),
})
export type IndexHeader = z.infer<typeof indexHeader>

const indexLine = z.tuple([z.number(), z.number(), z.number(), z.number(), z.union([z.literal(0), z.literal(1)])])

export type PartIndex = { header: IndexHeader; fragments: Fragment[] }

export function formatHeader(header: IndexHeader): string {
  return `${JSON.stringify(header)}\n`
}

/**
 * What to write over the header's place of the start, so that it says another one: digits of the same number, for a reader
 * sees the old start or the new one and nothing between. Epoch milliseconds have 13 digits from 2001 to 2286.
 */
export function formatMovedStart(
  header: IndexHeader,
  { startedAtEpochMs }: { startedAtEpochMs: number },
): { positionBytes: number; digits: string } {
  const key = '"startedAtEpochMs":'
  const digits = String(startedAtEpochMs)
  if (digits.length !== String(header.startedAtEpochMs).length) throw new Error(`A part cannot move to ${digits}.`)
  const line = formatHeader(header)
  return { positionBytes: Buffer.byteLength(line.slice(0, line.indexOf(key) + key.length)), digits }
}

export function formatFragment({ offsetBytes, sizeBytes, startMs, durationMs, keyframe }: Fragment): string {
  return `${JSON.stringify([offsetBytes, sizeBytes, round(startMs), round(durationMs), keyframe ? 1 : 0])}\n`
}

/** Reads index text, also of a growing or torn file: it stops at the first line that is not whole. */
export function parseIndex(text: string): PartIndex | undefined {
  const [first, ...lines] = text.split('\n').slice(0, -1)
  const header = indexHeader.safeParse(parseJson(first ?? ''))
  if (!header.success) return undefined
  const fragments: Fragment[] = []
  for (const line of lines) {
    const row = indexLine.safeParse(parseJson(line))
    if (!row.success) break
    const [offsetBytes, sizeBytes, startMs, durationMs, keyframe] = row.data
    fragments.push({ offsetBytes, sizeBytes, startMs, durationMs, keyframe: keyframe === 1 })
  }
  return { header: header.data, fragments }
}

/** The index of the media file `file`; undefined when there is none that can be read. */
export async function readIndex(file: string): Promise<PartIndex | undefined> {
  try {
    return parseIndex(await readFile(file + INDEX_SUFFIX, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Replaces the index as a whole: readers see the old one or the new one. */
export async function writeIndex(file: string, { header, fragments }: PartIndex): Promise<void> {
  const temporary = `${file}${INDEX_SUFFIX}.tmp`
  await writeFile(temporary, formatHeader(header) + fragments.map(formatFragment).join(''))
  await rename(temporary, file + INDEX_SUFFIX)
}

/**
 * The fragments to append so that playing can begin at `fromMs` and go on to `toMs`: from the last keyframe fragment at
 * or before `fromMs` (the first keyframe one if there is none) to the one that reaches `toMs`.
 */
export function fragmentsBetween(
  fragments: Fragment[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Fragment[] {
  const before = fragments.findLastIndex((fragment) => fragment.keyframe && fragment.startMs <= fromMs)
  const first = before === -1 ? fragments.findIndex((fragment) => fragment.keyframe) : before
  return first === -1 ? [] : fragments.slice(first).filter((fragment) => fragment.startMs < toMs)
}

function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
