import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRtp } from '#server/recording/rtp/parse.ts'
import { datagram } from './packets.ts'

describe('parseRtp', () => {
  it('takes header extension, contributing sources and padding off', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xb1, 0xe0, 0, 5, 0, 0, 0, 9, 0, 0, 0, 7]),
      Buffer.from([1, 2, 3, 4]),
      Buffer.from([0xbe, 0xde, 0, 1, 9, 9, 9, 9]),
      Buffer.from([42, 43, 0, 2]),
    ])
    expect(parseRtp(bytes, { arrivalMs: 3 })).toEqual({
      marker: true,
      payloadType: 96,
      sequence: 5,
      timestamp: 9,
      ssrc: 7,
      payload: Buffer.from([42, 43]),
      arrivalMs: 3,
    })
  })

  it('refuses RTCP, other versions and packets without payload', () => {
    const rtcp = datagram({ payload: [1, 2, 3, 4] })
    rtcp.writeUInt8(200, 1)
    const version1 = datagram({ payload: [1] })
    version1.writeUInt8(0x40, 0)
    for (const bytes of [rtcp, version1, datagram({ payload: [] }), Buffer.from([0x80])]) {
      expect(parseRtp(bytes, { arrivalMs: 0 })).toBeUndefined()
    }
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        parseRtp(Buffer.from(bytes), { arrivalMs: 0 })
      }),
      { numRuns: 2_000 },
    )
  })
})
