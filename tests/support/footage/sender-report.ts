const SENDER_REPORT = 200
const WORDS_AFTER_THE_FIRST = 6

/** RFC 3550 §6.4.1 without report blocks. `ntpMs` counts from 1900 on the sender's clock. */
export function buildSenderReport({
  ssrc,
  ntpMs,
  timestamp,
}: {
  ssrc: number
  ntpMs: number
  timestamp: number
}): Buffer {
  const report = Buffer.alloc(4 * (1 + WORDS_AFTER_THE_FIRST))
  const seconds = Math.floor(ntpMs / 1_000)
  report.writeUInt8(0x80, 0)
  report.writeUInt8(SENDER_REPORT, 1)
  report.writeUInt16BE(WORDS_AFTER_THE_FIRST, 2)
  report.writeUInt32BE(ssrc, 4)
  report.writeUInt32BE(seconds, 8)
  report.writeUInt32BE(Math.floor((ntpMs / 1_000 - seconds) * 2 ** 32), 12)
  report.writeUInt32BE(timestamp >>> 0, 16)
  return report
}
