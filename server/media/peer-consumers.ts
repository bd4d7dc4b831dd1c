import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import type { ConsumerOptions, RtpCapabilities } from '#core/contract/media.ts'
import { askWorker, MediaError } from './media-error.ts'
import type { PeerQualityMeter } from './peer-quality.ts'
import type { RoomProducers } from './room-producers.ts'
import { toConsumerOptions, toRtpCapabilities } from './wire.ts'

export type PeerConsumerEvents = {
  /** Its producer ended. Not told when the peer or the room itself ends. */
  'consumer-closed': [{ consumerId: string; producerId: string }]
  /** Which simulcast layer is forwarded now; `null` when the link carries none. */
  'consumer-layers': [{ consumerId: string; producerId: string; spatialLayer: number | null }]
}

interface PeerConsumersOptions {
  router: types.Router
  producers: RoomProducers
  meter: PeerQualityMeter
  maxConsumers: number
}

/** What one peer receives: at most one consumer per producer. */
export class PeerConsumers extends EventEmitter<PeerConsumerEvents> {
  readonly #options: PeerConsumersOptions
  readonly #consumers = new Map<string, types.Consumer>()
  readonly #pending = new Map<string, Promise<types.Consumer>>()

  static create(options: PeerConsumersOptions): PeerConsumers {
    return new PeerConsumers(options)
  }

  private constructor(options: PeerConsumersOptions) {
    super()
    this.#options = options
  }

  /**
   * Created paused. Asked again for the same producer it answers with the same consumer, so a client whose answer got lost
   * may ask again. Throws `CONSUMER_QUOTA`, `PRODUCER_NOT_FOUND`, `CANNOT_CONSUME`, `INVALID_PARAMETERS`.
   */
  async consume({
    transport,
    producerId,
    rtpCapabilities,
  }: {
    transport: types.WebRtcTransport
    producerId: string
    rtpCapabilities: RtpCapabilities
  }): Promise<ConsumerOptions> {
    const { producers, maxConsumers } = this.#options
    producers.get(producerId)
    const existing = [...this.#consumers.values()].find((consumer) => consumer.producerId === producerId)
    if (existing !== undefined) return toConsumerOptions(existing)
    let pending = this.#pending.get(producerId)
    if (pending === undefined) {
      if (this.#consumers.size + this.#pending.size >= maxConsumers) {
        throw new MediaError('CONSUMER_QUOTA', `No more than ${maxConsumers} streams can be received.`)
      }
      pending = this.#create({ transport, producerId, rtpCapabilities: toRtpCapabilities(rtpCapabilities) })
      this.#pending.set(producerId, pending)
    }
    try {
      return toConsumerOptions(await pending)
    } finally {
      this.#pending.delete(producerId)
    }
  }

  /** Throws `CONSUMER_NOT_FOUND`. */
  get(consumerId: string): types.Consumer {
    const consumer = this.#consumers.get(consumerId)
    if (consumer === undefined) throw new MediaError('CONSUMER_NOT_FOUND', `No consumer ${consumerId}.`)
    return consumer
  }

  list(): types.Consumer[] {
    return [...this.#consumers.values()]
  }

  async #create(options: {
    transport: types.WebRtcTransport
    producerId: string
    rtpCapabilities: types.RtpCapabilities
  }): Promise<types.Consumer> {
    const { transport, producerId, rtpCapabilities } = options
    if (!this.#options.router.canConsume({ producerId, rtpCapabilities })) {
      throw new MediaError('CANNOT_CONSUME', 'This browser has no codec in common with the sender.')
    }
    // Retransmission is off for sound unless asked for; with it, Opus repairs lost packets as video does.
    const consumer = await askWorker(() =>
      transport.consume({ producerId, rtpCapabilities, paused: true, enableRtx: true }),
    )
    if (consumer.closed) throw new MediaError('CLOSED', 'Closed meanwhile.')
    this.#consumers.set(consumer.id, consumer)
    this.#observe({ consumer, transport })
    return consumer
  }

  #observe({ consumer, transport }: { consumer: types.Consumer; transport: types.WebRtcTransport }): void {
    const { id: consumerId, producerId } = consumer
    const { meter } = this.#options
    consumer.observer.once('close', () => {
      this.#consumers.delete(consumerId)
      meter.setDownlink(consumerId, null)
      if (!transport.closed) this.emit('consumer-closed', { consumerId, producerId })
    })
    const measure = () => {
      const flowing = !consumer.paused && !consumer.producerPaused && consumer.score.producerScore > 0
      meter.setDownlink(consumerId, flowing ? consumer.score.score : null)
    }
    for (const change of ['score', 'pause', 'resume'] as const) consumer.observer.on(change, measure)
    consumer.observer.on('layerschange', (layers) => {
      this.emit('consumer-layers', { consumerId, producerId, spatialLayer: layers?.spatialLayer ?? null })
    })
  }
}
