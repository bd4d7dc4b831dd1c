import type { types } from 'mediasoup'

/**
 * What every router speaks, best first: a browser that is not told otherwise takes the first codec it can send.
 *
 * Opus carries `nack` (mediasoup adds it): without it, 2 % loss on the way cost 2 % of the sound. In-band FEC is on for all;
 * DTX is the sender's choice (`opusDtx`). H.264 constrained baseline 3.1 comes before VP8, because it replays on iOS and in
 * WeChat without transcoding; VP8 is for browsers without an H.264 encoder.
 */
export const routerCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, minptime: 10 },
  },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: {
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
      'x-google-start-bitrate': 1_000,
    },
  },
  {
    kind: 'video',
    mimeType: 'video/VP8',
    clockRate: 90_000,
    parameters: { 'x-google-start-bitrate': 1_000 },
  },
]

/**
 * The capabilities a browser may be told. Without the orientation extension a phone turns its pictures upright before it
 * encodes them; with it, only live receivers would, and a recording would lie on its side.
 */
export function clientCapabilities(capabilities: types.RtpCapabilities): types.RtpCapabilities {
  return {
    ...capabilities,
    headerExtensions: (capabilities.headerExtensions ?? []).filter(({ uri }) => uri !== 'urn:3gpp:video-orientation'),
  }
}

/**
 * The capabilities a plain RTP receiver is given: the media codecs alone. No retransmission stream and no bandwidth feedback,
 * so nothing on the way thins out what was sent. Packets may still carry an extension block, which the receiver skips.
 */
export function plainCapabilities(capabilities: types.RtpCapabilities): types.RtpCapabilities {
  return {
    codecs: (capabilities.codecs ?? [])
      .filter(({ mimeType }) => !/\/rtx$/i.test(mimeType))
      .map((codec) => ({
        ...codec,
        rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type }) => type === 'nack' || type === 'ccm'),
      })),
    headerExtensions: [],
  }
}
