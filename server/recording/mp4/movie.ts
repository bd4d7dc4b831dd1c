import { box, findBox, fullBox, uint16, uint32, uint8, zeros } from './boxes.ts'
import type { SampleTables } from './sample-tables.ts'
import type { TrackFormat } from '../sample.ts'

export type Mp4Format = Exclude<TrackFormat, { codec: 'vp8' }>

const MOVIE_TIMESCALE_HZ = 1_000
const PLAIN = { version: 0, flags: 0 }
const UNITY_MATRIX = Buffer.concat([uint32(0x10000), zeros(12), uint32(0x10000), zeros(12), uint32(0x40000000)])
/** Default flags of samples in fragments: ISO/IEC 14496-12 §8.8.3.1. */
export const SYNC_SAMPLE_FLAGS = 0x02000000
export const DEPENDENT_SAMPLE_FLAGS = 0x01010000

export function timescaleOf(format: Mp4Format): number {
  return format.codec === 'h264' ? 90_000 : 48_000
}

/** What the movie box says about the track, apart from its samples. */
export type Mp4Track = {
  kind: 'video' | 'audio'
  timescaleHz: number
  widthPx: number
  heightPx: number
  /** The whole `stsd` box. */
  sampleDescription: Buffer
}

export function mp4Track(format: Mp4Format): Mp4Track {
  const size = format.codec === 'h264' ? format : { widthPx: 0, heightPx: 0 }
  return {
    kind: format.codec === 'h264' ? 'video' : 'audio',
    timescaleHz: timescaleOf(format),
    widthPx: size.widthPx,
    heightPx: size.heightPx,
    sampleDescription: fullBox('stsd', PLAIN, uint32(1), sampleEntry(format)),
  }
}

/** The track of a movie box's content that buildMovie wrote; undefined for anything else. */
export function readMp4Track(moov: Buffer): (Mp4Track & { durationTicks: number }) | undefined {
  const header = findBox(moov, ['trak', 'tkhd'])
  const media = findBox(moov, ['trak', 'mdia', 'mdhd'])
  const handler = findBox(moov, ['trak', 'mdia', 'hdlr'])
  const description = findBox(moov, ['trak', 'mdia', 'minf', 'stbl', 'stsd'])
  if (!header || !media || !handler || !description || header.length < 84 || media.length < 20) return undefined
  return {
    kind: handler.toString('latin1', 8, 12) === 'vide' ? 'video' : 'audio',
    timescaleHz: media.readUInt32BE(12),
    durationTicks: media.readUInt32BE(16),
    widthPx: header.readUInt16BE(76),
    heightPx: header.readUInt16BE(80),
    sampleDescription: box('stsd', description),
  }
}

/** The movie box of a file that grows: no samples of its own, a promise of fragments (`mvex`). */
export function growingMovie(track: Mp4Track): Buffer {
  const flags = track.kind === 'video' ? DEPENDENT_SAMPLE_FLAGS : SYNC_SAMPLE_FLAGS
  const promise = box('mvex', fullBox('trex', PLAIN, uint32(1, 1, 0, 0, flags)))
  const noSamples = Buffer.concat([
    fullBox('stts', PLAIN, uint32(0)),
    fullBox('stsc', PLAIN, uint32(0)),
    fullBox('stsz', PLAIN, uint32(0, 0)),
    fullBox('stco', PLAIN, uint32(0)),
  ])
  return movie(track, { tables: { durationTicks: 0, boxes: noSamples }, extra: promise })
}

/** The movie box of a finished file: every sample with its place. */
export function finishedMovie(track: Mp4Track, { tables }: { tables: SampleTables }): Buffer {
  return movie(track, { tables, extra: zeros(0) })
}

function movie(track: Mp4Track, { tables, extra }: { tables: SampleTables; extra: Buffer }): Buffer {
  const movieDuration = Math.round((tables.durationTicks * MOVIE_TIMESCALE_HZ) / track.timescaleHz)
  const isVideo = track.kind === 'video'
  const header = fullBox(
    'mvhd',
    PLAIN,
    uint32(0, 0, MOVIE_TIMESCALE_HZ, movieDuration, 0x10000),
    uint16(0x100),
    zeros(10),
    UNITY_MATRIX,
    zeros(24),
    uint32(2),
  )
  const trackHeader = fullBox(
    'tkhd',
    { version: 0, flags: 3 },
    uint32(0, 0, 1, 0, movieDuration),
    zeros(8),
    uint16(0, 0, isVideo ? 0 : 0x100, 0),
    UNITY_MATRIX,
    uint32(track.widthPx * 0x10000, track.heightPx * 0x10000),
  )
  const mediaInformation = box(
    'minf',
    isVideo ? fullBox('vmhd', { version: 0, flags: 1 }, zeros(8)) : fullBox('smhd', PLAIN, uint32(0)),
    box('dinf', fullBox('dref', PLAIN, uint32(1), fullBox('url ', { version: 0, flags: 1 }))),
    box('stbl', track.sampleDescription, tables.boxes),
  )
  const media = box(
    'mdia',
    fullBox('mdhd', PLAIN, uint32(0, 0, track.timescaleHz, tables.durationTicks), uint16(UNDETERMINED_LANGUAGE, 0)),
    fullBox('hdlr', PLAIN, uint32(0), Buffer.from(isVideo ? 'vide' : 'soun'), zeros(12), Buffer.from('tongke\0')),
    mediaInformation,
  )
  return box('moov', header, box('trak', trackHeader, media), extra)
}

/** 'und' in three times five bits. */
const UNDETERMINED_LANGUAGE = 0x55c4

function sampleEntry(format: Mp4Format): Buffer {
  const entryHeader = Buffer.concat([zeros(6), uint16(1)])
  if (format.codec === 'opus') {
    // "Encapsulation of Opus in ISO Base Media File Format" 0.8.1 §4.3. Pre-skip 0: the sound was cut out of a stream.
    const opusHead = box('dOps', uint8(0, format.channels), uint16(0), uint32(48_000), uint16(0), uint8(0))
    const audio = [zeros(8), uint16(format.channels, 16), zeros(4), uint32(48_000 * 0x10000)]
    return box('Opus', entryHeader, ...audio, opusHead)
  }
  const picture = [zeros(16), uint16(format.widthPx, format.heightPx), uint32(72 * 0x10000, 72 * 0x10000), zeros(4)]
  return box('avc1', entryHeader, ...picture, uint16(1), zeros(32), uint16(24, 0xffff), decoderConfiguration(format))
}

/** ISO/IEC 14496-15 §5.3.3.1; NAL lengths take four bytes. */
function decoderConfiguration({ sps, pps }: { sps: Buffer; pps: Buffer }): Buffer {
  return box(
    'avcC',
    uint8(1),
    sps.subarray(1, 4),
    uint8(0xff, 0xe1),
    uint16(sps.length),
    sps,
    uint8(1),
    uint16(pps.length),
    pps,
  )
}
