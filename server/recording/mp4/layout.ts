import { box, boxHeader, uint32 } from './boxes.ts'
import { buildMp4Fragment } from './fragment.ts'
import { growingMovie, mp4Track, timescaleOf, type Mp4Format } from './movie.ts'
import { sampleTablesLimitBytes } from './sample-tables.ts'
import type { ContainerLayout } from '../sample.ts'

/** Room for the sample tables of about two hours of video. A hole in the file: it takes no disk space while growing. */
const MP4_RESERVE_BYTES = 2 * 1024 * 1024

const FTYP = box('ftyp', Buffer.from('iso6'), uint32(512), Buffer.from('iso6isommp41'))

/** `ftyp`, the growing `moov`, then a `free` box that finalising fills. */
export function mp4Layout(format: Mp4Format): ContainerLayout {
  return {
    container: 'mp4',
    timescaleHz: timescaleOf(format),
    init: Buffer.concat([FTYP, growingMovie(mp4Track(format))]),
    reserveHeader: boxHeader('free', { sizeBytes: MP4_RESERVE_BYTES }),
    reserveBytes: MP4_RESERVE_BYTES,
    indexLimitBytes: sampleTablesLimitBytes,
    buildFragment: buildMp4Fragment,
  }
}
