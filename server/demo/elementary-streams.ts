const RTP_HEADER_BYTES = 12
const RTP_VERSION_BITS = 0x80
const MARKER_BIT = 0x80
const NAL_TYPE_BITS = 0x1f
const NAL_DELIMITER = 9
const OGG_HEADER_BYTES = 27
const OGG_HEADER_PACKETS = 2

/** One picture or sound packet of a stream, in NAL units or as it is. */
export type StreamUnit = readonly Buffer[]

/** Pictures of an H.264 byte stream (ITU-T H.264 annex B) in which a delimiter stands before each. */
export function picturesOf(stream: Buffer): StreamUnit[] {
  const pictures: Buffer[][] = []
  for (const nal of nalsOf(stream)) {
    if (((nal[0] ?? 0) & NAL_TYPE_BITS) === NAL_DELIMITER) pictures.push([])
    else pictures.at(-1)?.push(nal)
  }
  return pictures.filter((nals) => nals.length > 0)
}

function* nalsOf(stream: Buffer): Generator<Buffer> {
  const startCode = Buffer.from([0, 0, 1])
  for (let at = stream.indexOf(startCode); at !== -1;) {
    const next = stream.indexOf(startCode, at + 3)
    let end = next === -1 ? stream.length : next
    while (end > at + 3 && stream[end - 1] === 0) end -= 1
    if (end > at + 3) yield stream.subarray(at + 3, end)
    at = next
  }
}

/** Packets of an Ogg stream with one logical stream (RFC 3533), without the two that describe Opus (RFC 7845). */
export function opusPacketsOf(stream: Buffer): StreamUnit[] {
  const packets: Buffer[] = []
  let pieces: Buffer[] = []
  for (let at = 0; at + OGG_HEADER_BYTES <= stream.length;) {
    const segments = stream[at + OGG_HEADER_BYTES - 1] ?? 0
    let data = at + OGG_HEADER_BYTES + segments
    for (const size of stream.subarray(at + OGG_HEADER_BYTES, data)) {
      pieces.push(stream.subarray(data, data + size))
      data += size
      if (size === 255) continue
      packets.push(Buffer.concat(pieces))
      pieces = []
    }
    at = data
  }
  return packets.slice(OGG_HEADER_PACKETS).map((packet) => [packet])
}

/** RTP packets as one would receive them: RFC 3550 §5.1. They may be larger than a network would carry. */
export class RtpPacketizer {
  readonly #payloadType: number
  readonly #ssrc: number
  #sequenceNumber = 0

  constructor({ payloadType, ssrc }: { payloadType: number; ssrc: number }) {
    this.#payloadType = payloadType
    this.#ssrc = ssrc
  }

  packetize(unit: StreamUnit, { timestamp }: { timestamp: number }): Buffer[] {
    return unit.map((payload, index) => {
      const header = Buffer.alloc(RTP_HEADER_BYTES)
      header.writeUInt8(RTP_VERSION_BITS, 0)
      header.writeUInt8(this.#payloadType | (index === unit.length - 1 ? MARKER_BIT : 0), 1)
      header.writeUInt16BE(this.#sequenceNumber, 2)
      header.writeUInt32BE(timestamp, 4)
      header.writeUInt32BE(this.#ssrc, 8)
      this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff
      return Buffer.concat([header, payload])
    })
  }
}
