import { parseRtp, type RtpPacket } from '#server/recording/rtp/parse.ts'

type Fields = { sequence?: number; timestamp?: number; marker?: boolean; payload: number[]; arrivalMs?: number }

/** A datagram as it stands on the wire. */
export function datagram({ sequence = 0, timestamp = 0, marker = false, payload }: Fields): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt8(0x80, 0)
  header.writeUInt8((marker ? 0x80 : 0) | 96, 1)
  header.writeUInt16BE(sequence & 0xffff, 2)
  header.writeUInt32BE(timestamp >>> 0, 4)
  header.writeUInt32BE(7, 8)
  return Buffer.concat([header, Buffer.from(payload)])
}

export function packet(fields: Fields): RtpPacket {
  const parsed = parseRtp(datagram(fields), { arrivalMs: fields.arrivalMs ?? 0 })
  if (!parsed) throw new Error('not a packet')
  return parsed
}
