import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import type { MediaSource } from '#core/contract/timeline.ts'
import { MediaError } from './media-error.ts'

interface ProducerEntry {
  producer: types.Producer
  peerId: string
  source: MediaSource
}

export interface MediaProducer {
  producerId: string
  peerId: string
  source: MediaSource
  kind: 'audio' | 'video'
  paused: boolean
}

export type RoomProducerEvents = {
  'producer-added': [MediaProducer]
  'producer-removed': [MediaProducer]
  'producer-paused': [MediaProducer]
  'producer-resumed': [MediaProducer]
}

const KIND_OF: Record<MediaSource, 'audio' | 'video'> = {
  camera: 'video',
  microphone: 'audio',
  screen: 'video',
  'screen-audio': 'audio',
}

/** `WRONG_KIND` unless this source gives this kind of media. */
export function assertKind(source: MediaSource, kind: 'audio' | 'video'): void {
  if (KIND_OF[source] !== kind) throw new MediaError('WRONG_KIND', `A ${source} does not give ${kind}.`)
}

const describeProducer = ({ producer, peerId, source }: ProducerEntry): MediaProducer => ({
  ...{ producerId: producer.id, peerId, source, kind: producer.kind, paused: producer.paused },
})

/**
 * Everything that is sent in one room, whoever sends it. Each `producer-added` is followed by one `producer-removed`, unless
 * the room itself ends: nobody's camera is "off" because a worker died.
 */
export class RoomProducers extends EventEmitter<RoomProducerEvents> {
  readonly #router: types.Router
  readonly #entries = new Map<string, ProducerEntry>()

  constructor({ router }: { router: types.Router }) {
    super()
    this.#router = router
  }

  add(entry: ProducerEntry): void {
    const { producer } = entry
    if (producer.closed) throw new MediaError('CLOSED', 'The producer closed meanwhile.')
    this.#entries.set(producer.id, entry)
    producer.observer.once('close', () => {
      this.#entries.delete(producer.id)
      if (!this.#router.closed) this.emit('producer-removed', describeProducer(entry))
    })
    producer.observer.on('pause', () => this.emit('producer-paused', describeProducer(entry)))
    producer.observer.on('resume', () => this.emit('producer-resumed', describeProducer(entry)))
    this.emit('producer-added', describeProducer(entry))
  }

  /** Throws `PRODUCER_NOT_FOUND`. */
  get(producerId: string): ProducerEntry {
    const entry = this.#entries.get(producerId)
    if (entry === undefined) throw new MediaError('PRODUCER_NOT_FOUND', `No producer ${producerId}.`)
    return entry
  }

  list(): MediaProducer[] {
    return Array.from(this.#entries.values(), describeProducer)
  }
}
