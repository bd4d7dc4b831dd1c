import type { ContainerLayout, FragmentInput, TrackFormat } from '../sample.ts'
import { element, elementHeader, float64, ID, idBytes, UNKNOWN_SIZE, unsigned } from './ebml.ts'

type WebmFormat = Extract<TrackFormat, { codec: 'vp8' }>

/** Room for the cues of some hours. A hole in the file while growing. */
export const WEBM_RESERVE_BYTES = 1024 * 1024
const WEBM_TIMESCALE_HZ = 1_000
export const TRACK_NUMBER = 1

const NANOSECONDS_PER_TICK = 1_000_000
/** One cue point: five element headers and at most 15 bytes of numbers. */
const CUE_POINT_LIMIT_BYTES = 64
const CUES_FIXED_BYTES = 64
const TRACK_TYPE_VIDEO = 1
const VOID_HEADER_BYTES = 9
/** Holds the place of the duration, which is known only at the end. */
const DURATION_PLACE = element(ID.void, Buffer.alloc(durationElement(0).length - VOID_HEADER_BYTES))

export function durationElement(durationMs: number): Buffer {
  return element(ID.duration, float64(durationMs))
}

/** EBML header, a segment of unknown size, info, the track, then a `Void` that finalising fills with cues. */
export function webmLayout(format: WebmFormat): ContainerLayout {
  return {
    container: 'webm',
    timescaleHz: WEBM_TIMESCALE_HZ,
    init: Buffer.concat([HEADER, idBytes(ID.segment), UNKNOWN_SIZE, INFO, tracks(format)]),
    reserveHeader: elementHeader(ID.void, { sizeBytes: WEBM_RESERVE_BYTES - VOID_HEADER_BYTES }),
    reserveBytes: WEBM_RESERVE_BYTES,
    indexLimitBytes: ({ fragments }) => CUES_FIXED_BYTES + fragments * CUE_POINT_LIMIT_BYTES,
    buildFragment: buildCluster,
  }
}

const HEADER = element(
  ID.header,
  element(ID.version, unsigned(1)),
  element(ID.readVersion, unsigned(1)),
  element(ID.maxIdLength, unsigned(4)),
  element(ID.maxSizeLength, unsigned(8)),
  element(ID.docType, Buffer.from('webm')),
  element(ID.docTypeVersion, unsigned(4)),
  element(ID.docTypeReadVersion, unsigned(2)),
)

const INFO = element(
  ID.info,
  element(ID.timestampScale, unsigned(NANOSECONDS_PER_TICK)),
  DURATION_PLACE,
  element(ID.muxingApp, Buffer.from('tongke')),
  element(ID.writingApp, Buffer.from('tongke')),
)

function tracks({ widthPx, heightPx }: WebmFormat): Buffer {
  return element(
    ID.tracks,
    element(
      ID.trackEntry,
      element(ID.trackNumber, unsigned(TRACK_NUMBER)),
      element(ID.trackUid, unsigned(TRACK_NUMBER)),
      element(ID.trackType, unsigned(TRACK_TYPE_VIDEO)),
      element(ID.codecId, Buffer.from('V_VP8')),
      element(ID.video, element(ID.pixelWidth, unsigned(widthPx)), element(ID.pixelHeight, unsigned(heightPx))),
    ),
  )
}

/** RFC 9559 §5.1.3: one cluster of known size, block times relative to its own in 16 bits. */
function buildCluster({ samples, endTime }: FragmentInput): Buffer {
  const start = samples[0]?.time ?? endTime
  const blocks = samples.flatMap((sample) => {
    const head = Buffer.alloc(4)
    head.writeUInt8(0x80 | TRACK_NUMBER, 0)
    head.writeInt16BE(sample.time - start, 1)
    head.writeUInt8(sample.keyframe ? 0x80 : 0, 3)
    return [elementHeader(ID.simpleBlock, { sizeBytes: 4 + sample.sizeBytes }), head, ...sample.chunks]
  })
  return element(ID.cluster, element(ID.timestamp, unsigned(start)), ...blocks)
}
