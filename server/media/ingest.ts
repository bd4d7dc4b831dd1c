import type { types } from 'mediasoup'
import type { MediaSource } from '#core/contract/timeline.ts'
import { askWorker } from './media-error.ts'
import { KEYFRAME_INTERVAL_MS } from './media-peer.ts'
import type { PortRange } from './media-worker.ts'
import { assertKind, type RoomProducers } from './room-producers.ts'
import type { SpeakerWatch } from './speaker-watch.ts'

type IngestCodec = 'opus' | 'h264' | 'vp8'

export interface IngestOptions {
  peerId: string
  source: MediaSource
  codec: IngestCodec
  /** As the sender puts them into its packets. */
  payloadType: number
  ssrc: number
}

/** Plain RTP that flows into a room. Closing is idempotent and ends the producer. */
export interface Ingest {
  producerId: string
  /** Send RTP to `port` and RTCP to `rtcpPort`, as ffmpeg does; the first packet of each tells where feedback goes. */
  ip: string
  port: number
  rtcpPort: number
  close(): void
}

const LOOPBACK = '127.0.0.1'

const CODECS: Record<IngestCodec, Omit<types.RtpCodecParameters, 'payloadType'>> = {
  opus: { mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
  h264: {
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
    rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
  },
  vp8: { mimeType: 'video/VP8', clockRate: 90_000, rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] },
}

/** Lets a source on this machine (a classroom's fixed camera through ffmpeg, a load generator) send into a room. */
export async function openIngest({
  router,
  producers,
  speakers,
  plainPorts,
  ...options
}: IngestOptions & {
  router: types.Router
  producers: RoomProducers
  speakers: SpeakerWatch
  plainPorts: PortRange
}): Promise<Ingest> {
  const { peerId, source, codec, payloadType, ssrc } = options
  const kind = codec === 'opus' ? 'audio' : 'video'
  assertKind(source, kind)
  const transport = await askWorker(() =>
    router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: LOOPBACK, portRange: plainPorts },
      // ffmpeg sends RTP and RTCP from two ports; multiplexed, whichever came first would shut the other out.
      rtcpMux: false,
      comedia: true,
    }),
  )
  try {
    const producer = await askWorker(() =>
      transport.produce({
        kind,
        rtpParameters: { codecs: [{ ...CODECS[codec], payloadType }], encodings: [{ ssrc }], rtcp: { cname: peerId } },
        keyFrameRequestDelay: KEYFRAME_INTERVAL_MS,
      }),
    )
    if (source === 'microphone') await speakers.add({ producer, peerId })
    producers.add({ producer, peerId, source })
    const rtcpPort = transport.rtcpTuple?.localPort
    if (rtcpPort === undefined) throw new Error('A transport without its RTCP port.')
    const { localPort: port } = transport.tuple
    return { producerId: producer.id, ip: LOOPBACK, port, rtcpPort, close: () => transport.close() }
  } catch (error) {
    transport.close()
    throw error
  }
}
