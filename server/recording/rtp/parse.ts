/** One RTP packet; `payload` is a view into the received datagram, header extensions and padding taken off. */
export type RtpPacket = {
  marker: boolean
  payloadType: number
  sequence: number
  /** 32 bits, wraps. In units of the codec's clock rate. */
  timestamp: number
  ssrc: number
  payload: Buffer
  /** When the datagram reached us, on the recorder's clock. */
  arrivalMs: number
}

const FIXED_HEADER_BYTES = 12

/**
 * Parses RFC 3550 §5.1. Answers undefined for RTCP (RFC 5761 §4: packet types 192–223), for anything malformed and for
 * packets without payload (padding that only probes the bandwidth).
 */
export function parseRtp(datagram: Buffer, { arrivalMs }: { arrivalMs: number }): RtpPacket | undefined {
  if (datagram.length < FIXED_HEADER_BYTES) return undefined
  const first = datagram.readUInt8(0)
  const second = datagram.readUInt8(1)
  if (first >> 6 !== 2 || (second >= 192 && second <= 223)) return undefined

  let start = FIXED_HEADER_BYTES + 4 * (first & 0x0f)
  if (first & 0x10) {
    if (start + 4 > datagram.length) return undefined
    start += 4 + 4 * datagram.readUInt16BE(start + 2)
  }
  let end = datagram.length
  if (first & 0x20) end -= datagram.readUInt8(end - 1)
  if (start >= end) return undefined

  return {
    marker: (second & 0x80) !== 0,
    payloadType: second & 0x7f,
    sequence: datagram.readUInt16BE(2),
    timestamp: datagram.readUInt32BE(4),
    ssrc: datagram.readUInt32BE(8),
    payload: datagram.subarray(start, end),
    arrivalMs,
  }
}
