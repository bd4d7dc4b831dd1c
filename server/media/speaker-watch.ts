import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import { askWorker } from './media-error.ts'
import { SpeakingFilter, type Speaker } from './speaking-filter.ts'

/** Levels are averaged over this long: shorter and the ring flickers between words, longer and it comes late. */
const LEVEL_WINDOW_MS = 400
/** The average of decibels lies far below the peaks: speech with its gaps gives −35 to −60, a quiet room less than −70. */
const SPEECH_THRESHOLD_DBOV = -65
const MAX_SPEAKERS = 12

type SpeakerWatchEvents = {
  speaking: [Speaker[]]
  'dominant-speaker': [{ peerId: string; producerId: string }]
}

/**
 * Listens to the microphones of one router. `speaking` names everybody who is loud, loudest first, and is empty when
 * nobody is; `dominant-speaker` names who has the floor, and stays with them through a pause.
 */
export class SpeakerWatch extends EventEmitter<SpeakerWatchEvents> {
  readonly #levels: types.AudioLevelObserver
  readonly #floor: types.ActiveSpeakerObserver
  readonly #peerIds = new Map<string, string>()
  readonly #filter = new SpeakingFilter()

  static async create({ router }: { router: types.Router }): Promise<SpeakerWatch> {
    const [levels, floor] = await Promise.all([
      router.createAudioLevelObserver({
        maxEntries: MAX_SPEAKERS,
        threshold: SPEECH_THRESHOLD_DBOV,
        interval: LEVEL_WINDOW_MS,
      }),
      router.createActiveSpeakerObserver(),
    ])
    return new SpeakerWatch(levels, floor)
  }

  private constructor(levels: types.AudioLevelObserver, floor: types.ActiveSpeakerObserver) {
    super()
    this.#levels = levels
    this.#floor = floor
    levels.on('volumes', (volumes) => {
      this.#tell(
        volumes.flatMap(({ producer, volume }) => {
          const peerId = this.#peerIds.get(producer.id)
          return peerId === undefined ? [] : [{ peerId, producerId: producer.id, levelDbov: volume }]
        }),
      )
    })
    levels.on('silence', () => this.#tell([]))
    floor.on('dominantspeaker', ({ producer }) => {
      const peerId = this.#peerIds.get(producer.id)
      if (peerId !== undefined) this.emit('dominant-speaker', { peerId, producerId: producer.id })
    })
  }

  /** The observers forget a producer by themselves when it closes. */
  async add({ producer, peerId }: { producer: types.Producer; peerId: string }): Promise<void> {
    const { id: producerId } = producer
    this.#peerIds.set(producerId, peerId)
    producer.observer.once('close', () => this.#peerIds.delete(producerId))
    await askWorker(() =>
      Promise.all([this.#levels.addProducer({ producerId }), this.#floor.addProducer({ producerId })]),
    )
  }

  #tell(speakers: Speaker[]): void {
    if (this.#filter.accept(speakers, { nowMs: performance.now() })) this.emit('speaking', speakers)
  }
}
