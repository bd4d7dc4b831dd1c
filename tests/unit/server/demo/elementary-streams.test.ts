import { describe, expect, it } from 'vitest'
import { opusPacketsOf, picturesOf, RtpPacketizer } from '#server/demo/elementary-streams.ts'
import { parseRtp } from '#server/recording/rtp/parse.ts'

const nal = (type: number, ...bytes: number[]) => Buffer.from([0, 0, 0, 1, type, ...bytes])

/** One Ogg page with these lacing values. */
function page(packets: readonly Buffer[]): Buffer {
  const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255])
  const head = Buffer.alloc(27)
  head.write('OggS')
  head.writeUInt8(lacing.length, 26)
  return Buffer.concat([head, Buffer.from(lacing), ...packets])
}

describe('streams that ffmpeg writes', () => {
  it('cuts an H.264 stream at its delimiters', () => {
    const stream = Buffer.concat([nal(9, 1), nal(7, 1, 2), nal(8, 3), nal(5, 4, 5), nal(9, 1), nal(1, 6)])
    expect(picturesOf(stream)).toEqual([
      [Buffer.from([7, 1, 2]), Buffer.from([8, 3]), Buffer.from([5, 4, 5])],
      [Buffer.from([1, 6])],
    ])
  })

  it('finds Opus packets in pages, also of 255 bytes and more', () => {
    const packets = [Buffer.from('OpusHead'), Buffer.from('OpusTags'), Buffer.alloc(255, 7), Buffer.alloc(600, 9)]
    expect(opusPacketsOf(Buffer.concat([page(packets.slice(0, 2)), page(packets.slice(2))]))).toEqual([
      [packets[2]],
      [packets[3]],
    ])
  })

  it('packs a picture into RTP: one packet per unit, the last one marked', () => {
    const packetizer = new RtpPacketizer({ payloadType: 100, ssrc: 5 })
    const packets = packetizer
      .packetize([Buffer.from([7]), Buffer.from([5, 1])], { timestamp: 900 })
      .map((packet) => parseRtp(packet, { arrivalMs: 3 }))
    expect(packets).toMatchObject([
      { marker: false, sequence: 0, timestamp: 900, ssrc: 5, payloadType: 100, payload: Buffer.from([7]) },
      { marker: true, sequence: 1, timestamp: 900, payload: Buffer.from([5, 1]) },
    ])
  })
})
