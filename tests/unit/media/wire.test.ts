import { describe, expect, it } from 'vitest'
import { rtpCapabilities, rtpParameters } from '#core/contract/media.ts'
import {
  fromRtpCapabilities,
  fromRtpParameters,
  toDtlsParameters,
  toRtpCapabilities,
  toRtpParameters,
} from '#server/media/wire.ts'

const MID = 'urn:ietf:params:rtp-hdrext:sdes:mid'

describe('wire', () => {
  it('[MEDIA-WIRE1] what a browser sends becomes mediasoup’s parameters: nothing undefined, nothing unknown', () => {
    const wire = rtpParameters.parse({
      codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: 'nack' }] }],
      headerExtensions: [
        { uri: MID, id: 1 },
        { uri: 'urn:unknown', id: 2 },
      ],
      encodings: [{ rid: 'r0', maxBitrate: 100_000, scaleResolutionDownBy: 4, active: true }],
    })
    expect(toRtpParameters({ ...wire, mid: undefined })).toStrictEqual({
      codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: 'nack' }] }],
      headerExtensions: [{ uri: MID, id: 1 }],
      encodings: [{ rid: 'r0', maxBitrate: 100_000 }],
      rtcp: {},
    })
  })

  it('[MEDIA-WIRE2] what mediasoup answers passes the contract', () => {
    const own = {
      codecs: [
        { mimeType: 'video/H264', payloadType: 101, clockRate: 90_000, parameters: { apt: 1, odd: { deep: 1 } } },
      ],
      headerExtensions: [{ uri: MID, id: 1, encrypt: false, parameters: {} } as const],
      encodings: [{ ssrc: 1 }],
      rtcp: { cname: 'x', reducedSize: true },
    }
    const wire = fromRtpParameters(own)
    expect(rtpParameters.parse(wire)).toMatchObject({ encodings: [{ ssrc: 1 }], rtcp: { cname: 'x' } })
    expect(wire.codecs[0]?.parameters).toEqual({ apt: 1 })
  })

  it('[MEDIA-WIRE3] capabilities go there and back unchanged', () => {
    const wire = rtpCapabilities.parse({
      codecs: [
        {
          kind: 'audio',
          mimeType: 'audio/opus',
          preferredPayloadType: 100,
          clockRate: 48_000,
          channels: 2,
          parameters: { minptime: 10 },
          rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
        },
      ],
      headerExtensions: [{ kind: 'audio', uri: MID, preferredId: 1, direction: 'sendrecv' }],
    })
    expect(fromRtpCapabilities(toRtpCapabilities(wire))).toStrictEqual(wire)
    expect(toRtpCapabilities({})).toEqual({ codecs: [], headerExtensions: [] })
  })

  it('[MEDIA-WIRE4] a fingerprint of an unknown hash is refused', () => {
    const known = { fingerprints: [{ algorithm: 'SHA-256', value: 'AB:CD' }] }
    expect(toDtlsParameters(known)).toStrictEqual({ fingerprints: [{ algorithm: 'sha-256', value: 'AB:CD' }] })
    const unknown = { fingerprints: [{ algorithm: 'md5', value: 'AB' }] }
    expect(() => toDtlsParameters(unknown)).toThrowError(expect.objectContaining({ code: 'INVALID_PARAMETERS' }))
  })
})
