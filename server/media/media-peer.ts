import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import type {
  ConsumerOptions,
  DtlsParameters,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from '#core/contract/media.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import { askWorker, MediaError } from './media-error.ts'
import { PeerConsumers, type PeerConsumerEvents } from './peer-consumers.ts'
import { PeerQualityMeter, type PeerQuality } from './peer-quality.ts'
import { PeerTransports, type TransportDirection } from './peer-transport.ts'
import { assertKind, type RoomProducers } from './room-producers.ts'
import { SILENCE } from './silence.ts'
import type { SpeakerWatch } from './speaker-watch.ts'
import { measureTransport, type TransportStats } from './transport-stats.ts'
import { fromTransport, toConsumerOptions, toDtlsParameters, toRtpCapabilities, toRtpParameters } from './wire.ts'

/** A sender is asked for keyframes at most this often, however many receivers want one; requests in between become one. */
export const KEYFRAME_INTERVAL_MS = 500
const MAX_ENCODINGS = 3
const QUALITY_INTERVAL_MS = 1_000

type MediaPeerEvents = PeerConsumerEvents & {
  quality: [PeerQuality]
  /** `disconnected` after the path was silent for 20 s; `restartIce` brings it back. */
  link: [{ direction: TransportDirection; iceState: types.IceState }]
  closed: []
}

interface MediaPeerOptions {
  peerId: string
  router: types.Router
  webRtcServer: types.WebRtcServer
  producers: RoomProducers
  speakers: SpeakerWatch
  /** The room's producer that never sends. */
  silence: types.Producer
  maxConsumers: number
}

/** Taken while it is being made, so that two requests at once cannot both pass the quota. */
type SourceState = { status: 'opening' } | { status: 'open'; producer: types.Producer }

/**
 * One participant's media. Its transports may be opened in the lobby, long before anything is sent or received (prewarm).
 * It knows no roles: whoever calls has asked whether they may. After `close()` every method throws `CLOSED`.
 */
export class MediaPeer extends EventEmitter<MediaPeerEvents> {
  readonly peerId: string
  readonly #options: MediaPeerOptions
  readonly #transports = new PeerTransports()
  readonly #sources = new Map<MediaSource, SourceState>()
  readonly #consumers: PeerConsumers
  readonly #meter: PeerQualityMeter
  #closed = false

  static create(options: MediaPeerOptions): MediaPeer {
    return new MediaPeer(options)
  }

  private constructor(options: MediaPeerOptions) {
    super()
    this.peerId = options.peerId
    this.#options = options
    const report = (quality: PeerQuality) => this.emit('quality', quality)
    this.#meter = PeerQualityMeter.create({ intervalMs: QUALITY_INTERVAL_MS, report })
    this.#consumers = PeerConsumers.create({ ...options, meter: this.#meter })
    this.#consumers.on('consumer-closed', (closed) => this.emit('consumer-closed', closed))
    this.#consumers.on('consumer-layers', (layers) => this.emit('consumer-layers', layers))
  }

  get closed(): boolean {
    return this.#closed
  }

  get quality(): PeerQuality {
    return this.#meter.quality
  }

  /**
   * One per direction: a second one replaces the first, whose producers and consumers end. With the capabilities of who will
   * receive it also answers a consumer of silence, with which the path can be brought up before anything is received.
   */
  async createTransport({
    direction,
    rtpCapabilities,
  }: {
    direction: TransportDirection
    rtpCapabilities?: RtpCapabilities | undefined
  }): Promise<TransportOptions> {
    this.#assertOpen()
    const { router, webRtcServer } = this.#options
    const transport = await this.#transports.open({ router, webRtcServer, direction })
    transport.observer.on('icestatechange', (iceState) => {
      if (!transport.closed) this.emit('link', { direction, iceState })
    })
    const silence = direction === 'receive' ? await this.#consumeSilence(transport, rtpCapabilities) : null
    return fromTransport(transport, { silence })
  }

  /** Null for a browser that has no codec for it. */
  async #consumeSilence(
    transport: types.WebRtcTransport,
    wire: RtpCapabilities | undefined,
  ): Promise<ConsumerOptions | null> {
    if (wire === undefined) return null
    const { router, silence } = this.#options
    const { id: producerId } = silence
    const rtpCapabilities = toRtpCapabilities(wire)
    if (!router.canConsume({ producerId, rtpCapabilities })) return null
    return toConsumerOptions(
      await askWorker(() => transport.consume({ producerId, rtpCapabilities, paused: true, appData: SILENCE })),
    )
  }

  async connectTransport(options: { transportId: string; dtlsParameters: DtlsParameters }): Promise<void> {
    const transport = this.#transport(options.transportId)
    const dtlsParameters = toDtlsParameters(options.dtlsParameters)
    await askWorker(() => transport.connect({ dtlsParameters }))
  }

  /** New credentials for the same transport after the network changed; producers and consumers live on. */
  async restartIce({ transportId }: { transportId: string }): Promise<types.IceParameters> {
    const transport = this.#transport(transportId)
    return await askWorker(() => transport.restartIce())
  }

  /** Throws `PRODUCER_QUOTA` when this source is sent already, `WRONG_KIND`, `INVALID_PARAMETERS`. */
  async produce(options: {
    transportId: string
    source: MediaSource
    kind: 'audio' | 'video'
    rtpParameters: RtpParameters
    paused?: boolean
  }): Promise<{ producerId: string }> {
    const transport = this.#transport(options.transportId, 'send')
    const { source, kind, paused = false } = options
    assertKind(source, kind)
    if (this.#sources.has(source)) throw new MediaError('PRODUCER_QUOTA', `One ${source} is sent already.`)
    const rtpParameters = toRtpParameters(options.rtpParameters)
    if ((rtpParameters.encodings?.length ?? 0) > MAX_ENCODINGS) {
      throw new MediaError('INVALID_PARAMETERS', `No more than ${MAX_ENCODINGS} layers.`)
    }
    this.#sources.set(source, { status: 'opening' })
    try {
      const producer = await askWorker(() =>
        transport.produce({ kind, rtpParameters, paused, keyFrameRequestDelay: KEYFRAME_INTERVAL_MS }),
      )
      producer.observer.once('close', () => this.#sources.delete(source))
      await this.#announce({ producer, source })
      this.#sources.set(source, { status: 'open', producer })
      return { producerId: producer.id }
    } catch (error) {
      this.#sources.delete(source)
      throw error
    }
  }

  async #announce({ producer, source }: { producer: types.Producer; source: MediaSource }): Promise<void> {
    const { peerId, producers, speakers } = this.#options
    try {
      if (source === 'microphone') await speakers.add({ producer, peerId })
      producers.add({ producer, peerId, source })
    } catch (error) {
      producer.close()
      throw error
    }
    const measure = () => {
      const best = Math.max(0, ...producer.score.map(({ score }) => score))
      this.#meter.setUplink(producer.id, producer.closed || producer.paused ? null : best)
    }
    for (const change of ['score', 'pause', 'resume', 'close'] as const) producer.observer.on(change, measure)
  }

  async pauseProducer({ producerId }: { producerId: string }): Promise<void> {
    const producer = this.#producer(producerId)
    await askWorker(() => producer.pause())
  }

  async resumeProducer({ producerId }: { producerId: string }): Promise<void> {
    const producer = this.#producer(producerId)
    await askWorker(() => producer.resume())
  }

  closeProducer({ producerId }: { producerId: string }): void {
    this.#producer(producerId).close()
  }

  /** The producer of one source, for a host who mutes; `null` while it is not sent. */
  findProducerId(source: MediaSource): string | null {
    const state = this.#sources.get(source)
    return state?.status === 'open' ? state.producer.id : null
  }

  /** Created paused; resume it once the client has attached the track. See `PeerConsumers.consume`. */
  async consume(options: {
    transportId: string
    producerId: string
    rtpCapabilities: RtpCapabilities
  }): Promise<ConsumerOptions> {
    const { transportId, producerId, rtpCapabilities } = options
    const transport = this.#transport(transportId, 'receive')
    return await this.#consumers.consume({ transport, producerId, rtpCapabilities })
  }

  async pauseConsumer({ consumerId }: { consumerId: string }): Promise<void> {
    const consumer = this.#consumer(consumerId)
    await askWorker(() => consumer.pause())
  }

  /** A video that flows again begins with a keyframe. */
  async resumeConsumer({ consumerId }: { consumerId: string }): Promise<void> {
    const consumer = this.#consumer(consumerId)
    await askWorker(() => consumer.resume())
  }

  /** 0 is the smallest layer. Without effect on a stream of one layer. */
  async setPreferredLayers(options: {
    consumerId: string
    spatialLayer: number
    temporalLayer?: number
  }): Promise<void> {
    const { consumerId, ...layers } = options
    const consumer = this.#consumer(consumerId)
    if (consumer.kind === 'audio') throw new MediaError('WRONG_KIND', 'Sound has no layers.')
    await askWorker(() => consumer.setPreferredLayers(layers))
  }

  /** 1–255; when the link is narrow the highest keeps its picture longest. */
  async setPriority({ consumerId, priority }: { consumerId: string; priority: number }): Promise<void> {
    const consumer = this.#consumer(consumerId)
    await askWorker(() => consumer.setPriority(priority))
  }

  /** The sender is asked at most every `KEYFRAME_INTERVAL_MS`. */
  async requestKeyFrame({ consumerId }: { consumerId: string }): Promise<void> {
    const consumer = this.#consumer(consumerId)
    if (consumer.kind === 'video') await askWorker(() => consumer.requestKeyFrame())
  }

  closeConsumer({ consumerId }: { consumerId: string }): void {
    this.#consumer(consumerId).close()
  }

  /** `null` for a direction that has no transport. */
  async getTransportStats(): Promise<Record<TransportDirection, TransportStats | null>> {
    this.#assertOpen()
    const producers = [...this.#sources.values()].flatMap((state) => (state.status === 'open' ? [state.producer] : []))
    const consumers = this.#consumers.list().filter(({ paused }) => !paused)
    const measure = async (direction: TransportDirection, streams: readonly (types.Producer | types.Consumer)[]) => {
      const transport = this.#transports.find(direction)
      return transport === null ? null : await measureTransport(transport, { streams })
    }
    const [send, receive] = await Promise.all([measure('send', producers), measure('receive', consumers)])
    return { send, receive }
  }

  /** Idempotent. Everything sent and received ends; emits `closed` once, after that. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#transports.close()
    this.#meter.close()
    this.emit('closed')
  }

  #assertOpen(): void {
    if (this.#closed) throw new MediaError('CLOSED', 'This peer has left.')
  }

  #transport(transportId: string, direction?: TransportDirection): types.WebRtcTransport {
    this.#assertOpen()
    return this.#transports.get(transportId, direction === undefined ? {} : { direction })
  }

  #producer(producerId: string): types.Producer {
    this.#assertOpen()
    for (const state of this.#sources.values()) {
      if (state.status === 'open' && state.producer.id === producerId) return state.producer
    }
    throw new MediaError('PRODUCER_NOT_FOUND', `No producer ${producerId} of one's own.`)
  }

  #consumer(consumerId: string): types.Consumer {
    this.#assertOpen()
    return this.#consumers.get(consumerId)
  }
}
