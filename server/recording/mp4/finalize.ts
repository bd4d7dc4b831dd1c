import { fdatasyncSync, fstatSync, ftruncateSync } from 'node:fs'
import { readBytes, writeBytes } from '../file-bytes.ts'
import { FinalizeError } from '../finalize-error.ts'
import type { FinishedMedia } from '../finished-media.ts'
import { boxHeader, readBoxHeader, uint64, type BoxPlace } from './boxes.ts'
import { finishedMovie, readMp4Track } from './movie.ts'
import { buildSampleTables } from './sample-tables.ts'
import { scanMp4, type Mp4Fragment } from './scan.ts'

const HEAD_BYTES = 16_384
const LARGE_BOX_HEADER_BYTES = 16

/**
 * Turns a grown file into a plain one, in place: `ftyp free(was: moov) free moov free mdat(all fragments)`. A torn tail
 * is cut off first. The new `moov` is written inside the reserve and becomes visible by one small write at the end, so
 * a crash at any moment leaves either the grown or the finished file. Byte offsets of fragments do not change.
 *
 * Idempotent: a finished file is left as it is. Answers undefined when there is not one whole fragment.
 */
export function finalizeMp4(fd: number): FinishedMedia | undefined {
  const fileBytes = fstatSync(fd).size
  const head = readBytes(fd, { offsetBytes: 0, sizeBytes: HEAD_BYTES })
  const first = readBoxHeader(head, { offset: 0 })
  const second = first?.type === 'ftyp' ? readBoxHeader(head, { offset: first.sizeBytes }) : undefined
  const third = second && readBoxHeader(head, { offset: second.offsetBytes + second.sizeBytes })
  if (!second || third?.type !== 'free') throw new FinalizeError('Not a recorded MP4 part.')

  const growing = second.type === 'moov'
  const reserve = growing ? third : finishedReserve(fd, { after: third })
  const dataStart = reserve.offsetBytes + reserve.sizeBytes
  const { fragments, endBytes } = scanMp4(fd, { offsetBytes: dataStart, fileBytes })
  const track = readMp4Track(head.subarray(second.offsetBytes + second.headerBytes, third.offsetBytes))
  if (!track) throw new FinalizeError('The movie box of the part cannot be read.')
  if (fragments.length === 0) return undefined

  const tables = buildSampleTables({ fragments, everySampleIsSync: track.kind === 'audio' })
  if (growing) {
    if (endBytes < fileBytes) ftruncateSync(fd, endBytes)
    const moov = finishedMovie(track, { tables })
    fillReserve(fd, { moov, reserve, dataStart, endBytes })
    reveal(fd, { head, growingMovie: second, reserve })
  }
  return {
    durationMs: (tables.durationTicks * 1_000) / track.timescaleHz,
    sizeBytes: endBytes,
    fragments: fragments.map((fragment) => describe(fragment, { timescaleHz: track.timescaleHz })),
  }
}

/** The reserve as it was while the file grew: up to the end of the header of the `mdat` that holds all fragments. */
function finishedReserve(fd: number, { after }: { after: BoxPlace }): BoxPlace {
  let offset = after.offsetBytes + after.sizeBytes
  for (;;) {
    const place = readBoxHeader(readBytes(fd, { offsetBytes: offset, sizeBytes: 16 }), { offset: 0 })
    if (!place) throw new FinalizeError('The finished part has no media data.')
    if (place.type === 'mdat') {
      const sizeBytes = offset + place.headerBytes - after.offsetBytes
      return { ...after, sizeBytes }
    }
    offset += place.sizeBytes
  }
}

type Filling = { moov: Buffer; reserve: BoxPlace; dataStart: number; endBytes: number }

function fillReserve(fd: number, { moov, reserve, dataStart, endBytes }: Filling): void {
  const moovAt = reserve.offsetBytes + reserve.headerBytes
  const fillerAt = moovAt + moov.length
  const mediaAt = dataStart - LARGE_BOX_HEADER_BYTES
  const fillerBytes = mediaAt - fillerAt
  if (fillerBytes < 8) throw new FinalizeError('The sample tables are larger than the room reserved for them.')
  const mediaHeader = Buffer.concat([boxHeader('mdat', { sizeBytes: 1 }), uint64(endBytes - mediaAt)])
  writeBytes(fd, { bytes: moov, offsetBytes: moovAt })
  writeBytes(fd, { bytes: boxHeader('free', { sizeBytes: fillerBytes }), offsetBytes: fillerAt })
  writeBytes(fd, { bytes: mediaHeader, offsetBytes: mediaAt })
  fdatasyncSync(fd)
}

/** Hides the growing movie and ends the reserve after its header, in one write. */
function reveal(
  fd: number,
  { head, growingMovie, reserve }: { head: Buffer; growingMovie: BoxPlace; reserve: BoxPlace },
): void {
  const end = reserve.offsetBytes + reserve.headerBytes
  const bytes = Buffer.from(head.subarray(growingMovie.offsetBytes, end))
  bytes.write('free', 4, 'latin1')
  boxHeader('free', { sizeBytes: reserve.headerBytes }).copy(bytes, bytes.length - reserve.headerBytes)
  writeBytes(fd, { bytes, offsetBytes: growingMovie.offsetBytes })
  fdatasyncSync(fd)
}

function describe({ offsetBytes, sizeBytes, table }: Mp4Fragment, { timescaleHz }: { timescaleHz: number }) {
  const durationTicks = table.durations.reduce((sum, duration) => sum + duration, 0)
  return {
    offsetBytes,
    sizeBytes,
    startMs: (table.startTime * 1_000) / timescaleHz,
    durationMs: (durationTicks * 1_000) / timescaleHz,
    keyframe: table.keyframe,
  }
}
