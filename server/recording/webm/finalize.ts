import { fdatasyncSync, fstatSync, ftruncateSync } from 'node:fs'
import { readBytes, writeBytes } from '../file-bytes.ts'
import { FinalizeError } from '../finalize-error.ts'
import type { FinishedMedia, Fragment } from '../finished-media.ts'
import { element, elementHeader, findChild, ID, readElement, sizeField, unsigned, type ElementPlace } from './ebml.ts'
import { durationElement, TRACK_NUMBER, WEBM_RESERVE_BYTES } from './layout.ts'
import { scanWebm } from './scan.ts'

const HEAD_BYTES = 4_096
const VOID_HEADER_BYTES = 9

/**
 * Gives a grown file its size, its duration and its cues, in place. A torn tail is cut off first. The cues are written
 * inside the reserve and become visible, with size and duration, by one small write at the end, so a crash at any
 * moment leaves either the grown or the finished file. Byte offsets of clusters do not change.
 *
 * Idempotent: a finished file is left as it is. Answers undefined when there is not one whole cluster.
 */
export function finalizeWebm(fd: number): FinishedMedia | undefined {
  const fileBytes = fstatSync(fd).size
  const head = readBytes(fd, { offsetBytes: 0, sizeBytes: HEAD_BYTES })
  const places = readHead(head)
  const dataStart = places.reserveOffsetBytes + WEBM_RESERVE_BYTES
  const { fragments, endBytes } = scanWebm(fd, { offsetBytes: dataStart, fileBytes })
  const last = fragments.at(-1)
  if (!last) return undefined
  const durationMs = last.startMs + last.durationMs

  if (places.segment.contentBytes === 'unknown') {
    if (endBytes < fileBytes) ftruncateSync(fd, endBytes)
    writeCues(fd, { fragments, places })
    reveal(fd, { head, places, durationMs, endBytes })
  }
  return { durationMs, sizeBytes: endBytes, fragments }
}

type Head = { segment: ElementPlace; durationOffsetBytes: number; reserveOffsetBytes: number }

function readHead(head: Buffer): Head {
  const header = readElement(head, { offset: 0 })
  const segmentAt = header && header.contentBytes !== 'unknown' ? header.contentOffsetBytes + header.contentBytes : 0
  const segment = readElement(head, { offset: segmentAt })
  if (header?.id !== ID.header || segment?.id !== ID.segment) throw new FinalizeError('Not a recorded WebM part.')
  const info = findChild(head, { parent: segment, id: ID.info })
  const duration =
    info && (findChild(head, { parent: info, id: ID.void }) ?? findChild(head, { parent: info, id: ID.duration }))
  const tracks = findChild(head, { parent: segment, id: ID.tracks })
  if (!duration || !tracks || tracks.contentBytes === 'unknown') throw new FinalizeError('Not a recorded WebM part.')
  return {
    segment,
    durationOffsetBytes: duration.offsetBytes,
    reserveOffsetBytes: tracks.contentOffsetBytes + tracks.contentBytes,
  }
}

/** Lays `Void(empty) Cues Void(rest)` into the reserve, leaving its own header as it is. */
function writeCues(fd: number, { fragments, places }: { fragments: Fragment[]; places: Head }): void {
  const cues = buildCues({ fragments, segmentStart: places.segment.contentOffsetBytes })
  const cuesAt = places.reserveOffsetBytes + VOID_HEADER_BYTES
  const restBytes = WEBM_RESERVE_BYTES - 2 * VOID_HEADER_BYTES - cues.length
  if (restBytes < 0) throw new FinalizeError('The cues are larger than the room reserved for them.')
  const rest = elementHeader(ID.void, { sizeBytes: restBytes })
  writeBytes(fd, { bytes: Buffer.concat([cues, rest]), offsetBytes: cuesAt })
  fdatasyncSync(fd)
}

function buildCues({ fragments, segmentStart }: { fragments: Fragment[]; segmentStart: number }): Buffer {
  const points = fragments
    .filter((fragment) => fragment.keyframe)
    .map(({ startMs, offsetBytes }) =>
      element(
        ID.cuePoint,
        element(ID.cueTime, unsigned(startMs)),
        element(
          ID.cueTrackPositions,
          element(ID.cueTrack, unsigned(TRACK_NUMBER)),
          element(ID.cueClusterPosition, unsigned(offsetBytes - segmentStart)),
        ),
      ),
    )
  return element(ID.cues, ...points)
}

type Reveal = { head: Buffer; places: Head; durationMs: number; endBytes: number }

function reveal(fd: number, { head, places, durationMs, endBytes }: Reveal): void {
  const bytes = Buffer.from(head.subarray(0, places.reserveOffsetBytes + VOID_HEADER_BYTES))
  const { contentOffsetBytes } = places.segment
  const segmentSize = sizeField(endBytes - contentOffsetBytes)
  segmentSize.copy(bytes, contentOffsetBytes - segmentSize.length)
  durationElement(durationMs).copy(bytes, places.durationOffsetBytes)
  elementHeader(ID.void, { sizeBytes: 0 }).copy(bytes, places.reserveOffsetBytes)
  writeBytes(fd, { bytes, offsetBytes: 0 })
  fdatasyncSync(fd)
}
