import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import { plainCapabilities } from './codecs.ts'
import { askWorker, MediaError } from './media-error.ts'
import type { PortRange } from './media-worker.ts'

/** WebRTC sends keyframes only when asked; every 4 s costs no bitrate and gives seek times of 0.1–0.3 s. */
const KEYFRAME_EVERY_MS = 4_000
const LOOPBACK = '127.0.0.1'
/** A burst of a 1080p keyframe is some 300 kB. */
const SEND_BUFFER_BYTES = 2 * 1024 * 1024

type RecordingTapEvents = {
  /** The sender paused or resumed: silence is not loss. */
  paused: []
  resumed: []
  /** Another simulcast layer is forwarded: the resolution changes, H.264 with a new SPS. `null`: nothing arrives. */
  layers: [{ spatialLayer: number | null }]
  /** Once, whatever ended it. */
  closed: []
}

interface RecordingTapOptions {
  router: types.Router
  producer: types.Producer
  plainPorts: PortRange
}

/**
 * Sends one producer, as it was sent, as plain RTP to a recorder: highest simulcast layer. Created silent, so that
 * the recorder knows the payload type and SSRC before the first packet; the first picture after `start()` is a keyframe,
 * and while it runs a keyframe is asked for every 4 s. Packets may carry an extension block (RFC 3550 §5.3.1): skip it.
 */
export class RecordingTap extends EventEmitter<RecordingTapEvents> {
  readonly producerId: string
  readonly kind: 'audio' | 'video'
  readonly mimeType: string
  readonly payloadType: number
  readonly ssrc: number
  readonly clockRate: number
  /** `null` for video. */
  readonly channels: number | null
  /** The UDP port it sends from, and takes RTCP on (NACK, PLI). */
  readonly localPort: number
  readonly #transport: types.PlainTransport
  readonly #consumer: types.Consumer
  #keyframes: NodeJS.Timeout | null = null

  static async create({ router, producer, plainPorts }: RecordingTapOptions): Promise<RecordingTap> {
    const transport = await askWorker(() =>
      router.createPlainTransport({
        listenInfo: { protocol: 'udp', ip: LOOPBACK, portRange: plainPorts, sendBufferSize: SEND_BUFFER_BYTES },
        rtcpMux: true,
        comedia: false,
      }),
    )
    try {
      const layers = producer.rtpParameters.encodings?.length ?? 1
      const consumer = await askWorker(() =>
        transport.consume({
          producerId: producer.id,
          rtpCapabilities: plainCapabilities(router.rtpCapabilities),
          paused: true,
          ...(producer.kind === 'video' && layers > 1 ? { preferredLayers: { spatialLayer: layers - 1 } } : {}),
        }),
      )
      if (consumer.closed) throw new MediaError('CLOSED', 'The producer closed meanwhile.')
      return new RecordingTap(transport, consumer)
    } catch (error) {
      transport.close()
      throw error
    }
  }

  private constructor(transport: types.PlainTransport, consumer: types.Consumer) {
    super()
    const [codec] = consumer.rtpParameters.codecs
    const ssrc = consumer.rtpParameters.encodings?.[0]?.ssrc
    if (codec === undefined || ssrc === undefined) throw new Error('A consumer without codec or SSRC.')
    this.#transport = transport
    this.#consumer = consumer
    this.producerId = consumer.producerId
    this.kind = consumer.kind
    this.mimeType = codec.mimeType
    this.payloadType = codec.payloadType
    this.clockRate = codec.clockRate
    this.channels = codec.channels ?? null
    this.ssrc = ssrc
    this.localPort = transport.tuple.localPort
    consumer.on('producerpause', () => this.emit('paused'))
    consumer.on('producerresume', () => this.emit('resumed'))
    consumer.on('layerschange', (layers) => this.emit('layers', { spatialLayer: layers?.spatialLayer ?? null }))
    consumer.observer.once('close', () => this.close())
    transport.observer.once('close', () => {
      if (this.#keyframes !== null) clearInterval(this.#keyframes)
      this.emit('closed')
    })
  }

  get closed(): boolean {
    return this.#transport.closed
  }

  /** Whether the sender is paused now. */
  get producerPaused(): boolean {
    return this.#consumer.producerPaused
  }

  /** Begins to send to where the recorder listens; RTP and RTCP (sender reports) go to the same port. Once only. */
  async start({ ip, port }: { ip: string; port: number }): Promise<void> {
    await askWorker(() => this.#transport.connect({ ip, port }))
    await askWorker(() => this.#consumer.resume())
    if (this.closed || this.kind === 'audio') return
    this.#keyframes ??= setInterval(() => this.#askForKeyFrame(), KEYFRAME_EVERY_MS)
  }

  /** For a recorder that lost packets or starts a new part. The sender is asked at most every 500 ms. */
  async requestKeyFrame(): Promise<void> {
    if (this.kind === 'video') await askWorker(() => this.#consumer.requestKeyFrame())
  }

  /** Idempotent. */
  close(): void {
    this.#transport.close()
  }

  #askForKeyFrame(): void {
    if (this.#consumer.producerPaused) return
    // A refusal means that it closed in this moment, which `closed` says.
    void this.#consumer.requestKeyFrame().catch(() => this.close())
  }
}
