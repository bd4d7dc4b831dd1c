/** What a sender report ties together: a moment on the reporter's NTP clock and its place in the RTP stream. */
export type SenderReport = {
  ssrc: number
  /** Since 1900 on the reporter's clock. */
  ntpMs: number
  /** 32 bits, wraps. In units of the codec's clock rate. */
  timestamp: number
}

const SENDER_REPORT = 200
const HEADER_BYTES = 4
const SENDER_REPORT_BYTES = 28
const NTP_FRACTIONS = 2 ** 32

/** The sender reports in a compound packet (RFC 3550 §6.4.1). None in RTP, and none after anything malformed. */
export function parseSenderReports(datagram: Buffer): SenderReport[] {
  const reports: SenderReport[] = []
  for (let at = 0; at + HEADER_BYTES <= datagram.length;) {
    const bytes = HEADER_BYTES + 4 * datagram.readUInt16BE(at + 2)
    const type = datagram.readUInt8(at + 1)
    if (datagram.readUInt8(at) >> 6 !== 2 || type < 192 || type > 223 || at + bytes > datagram.length) break
    if (type === SENDER_REPORT && bytes >= SENDER_REPORT_BYTES) {
      const seconds = datagram.readUInt32BE(at + 8)
      const fraction = datagram.readUInt32BE(at + 12)
      reports.push({
        ssrc: datagram.readUInt32BE(at + 4),
        ntpMs: (seconds + fraction / NTP_FRACTIONS) * 1_000,
        timestamp: datagram.readUInt32BE(at + 16),
      })
    }
    at += bytes
  }
  return reports
}
