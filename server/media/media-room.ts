import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import type { RtpCapabilities } from '#core/contract/media.ts'
import { clientCapabilities, routerCodecs } from './codecs.ts'
import { openIngest, type Ingest, type IngestOptions } from './ingest.ts'
import { askWorker, MediaError } from './media-error.ts'
import { MediaPeer } from './media-peer.ts'
import type { MediaWorker } from './media-worker.ts'
import type { PeerQuality } from './peer-quality.ts'
import type { TransportDirection } from './peer-transport.ts'
import { RecordingTap } from './recording-tap.ts'
import { RoomProducers, type MediaProducer, type RoomProducerEvents } from './room-producers.ts'
import { openSilence } from './silence.ts'
import { SpeakerWatch } from './speaker-watch.ts'
import type { Speaker } from './speaking-filter.ts'
import { fromRtpCapabilities } from './wire.ts'

/** Twelve cameras and their sound, two screens with theirs, and a stage that changes while old ones close. */
const MAX_CONSUMERS_PER_PEER = 64
const MAX_PEERS = 400

type MediaRoomEvents = RoomProducerEvents & {
  /** Who is loud now, loudest first; empty when nobody is. */
  speaking: [Speaker[]]
  'dominant-speaker': [{ peerId: string; producerId: string }]
  /** At most once a second for each peer. */
  quality: [{ peerId: string } & PeerQuality]
  'consumer-closed': [{ peerId: string; consumerId: string; producerId: string }]
  'consumer-layers': [{ peerId: string; consumerId: string; producerId: string; spatialLayer: number | null }]
  'peer-link': [{ peerId: string; direction: TransportDirection; iceState: types.IceState }]
  /** Its worker is gone, and with it everything in the room. */
  died: []
  /** Once, after `died` or `close()`. */
  closed: []
}

interface MediaRoomOptions {
  sessionId: string
  worker: MediaWorker
  maxConsumersPerPeer?: number
  maxPeers?: number
}

/** The media of one session on one worker: a router, its peers, what they send, who speaks. */
export class MediaRoom extends EventEmitter<MediaRoomEvents> {
  readonly sessionId: string
  readonly #options: MediaRoomOptions
  readonly #router: types.Router
  readonly #speakers: SpeakerWatch
  readonly #silence: types.Producer
  readonly #producers: RoomProducers
  readonly #peers = new Map<string, MediaPeer>()

  /** Throws `ROOM_DIED` when the worker ends meanwhile. */
  static async create(options: MediaRoomOptions): Promise<MediaRoom> {
    const { worker, sessionId } = options
    const router = await askWorker(() => worker.createRouter({ mediaCodecs: routerCodecs, appData: { sessionId } }))
    try {
      const [speakers, silence] = await Promise.all([
        askWorker(() => SpeakerWatch.create({ router })),
        openSilence({ router }),
      ])
      if (router.closed) throw new MediaError('ROOM_DIED', 'The media worker is gone.')
      return new MediaRoom(options, { router, speakers, silence })
    } catch (error) {
      router.close()
      throw error
    }
  }

  private constructor(
    options: MediaRoomOptions,
    { router, speakers, silence }: { router: types.Router; speakers: SpeakerWatch; silence: types.Producer },
  ) {
    super()
    this.sessionId = options.sessionId
    this.#options = options
    this.#router = router
    this.#speakers = speakers
    this.#silence = silence
    this.#producers = new RoomProducers({ router })
    const producers = this.#producers
    producers.on('producer-added', (producer) => this.emit('producer-added', producer))
    producers.on('producer-removed', (producer) => this.emit('producer-removed', producer))
    producers.on('producer-paused', (producer) => this.emit('producer-paused', producer))
    producers.on('producer-resumed', (producer) => this.emit('producer-resumed', producer))
    speakers.on('speaking', (loud) => this.emit('speaking', loud))
    speakers.on('dominant-speaker', (speaker) => this.emit('dominant-speaker', speaker))
    router.once('workerclose', () => {
      if (options.worker.died) this.emit('died')
    })
    router.observer.once('close', () => {
      for (const peer of this.#peers.values()) peer.close()
      this.emit('closed')
    })
  }

  get closed(): boolean {
    return this.#router.closed
  }

  /** Process id of the worker that carries it. */
  get workerPid(): number {
    return this.#options.worker.pid
  }

  /** What a browser loads its device with. */
  get rtpCapabilities(): RtpCapabilities {
    return fromRtpCapabilities(clientCapabilities(this.#router.rtpCapabilities))
  }

  /** Everything that is sent now. */
  get producers(): MediaProducer[] {
    return this.#producers.list()
  }

  /** A peer of the same id, a ghost of a lost connection, is closed first. Throws `CLOSED` or `PEER_QUOTA`. */
  addPeer({ peerId }: { peerId: string }): MediaPeer {
    if (this.closed) throw new MediaError('CLOSED', 'The media room is closed.')
    this.#peers.get(peerId)?.close()
    const { worker, maxConsumersPerPeer = MAX_CONSUMERS_PER_PEER, maxPeers = MAX_PEERS } = this.#options
    if (this.#peers.size >= maxPeers) throw new MediaError('PEER_QUOTA', `No more than ${maxPeers} people fit.`)
    const peer = MediaPeer.create({
      peerId,
      router: this.#router,
      webRtcServer: worker.webRtcServer,
      producers: this.#producers,
      speakers: this.#speakers,
      silence: this.#silence,
      maxConsumers: maxConsumersPerPeer,
    })
    this.#peers.set(peerId, peer)
    peer.on('quality', (quality) => this.emit('quality', { peerId, ...quality }))
    peer.on('consumer-closed', (consumer) => this.emit('consumer-closed', { peerId, ...consumer }))
    peer.on('consumer-layers', (layers) => this.emit('consumer-layers', { peerId, ...layers }))
    peer.on('link', (link) => this.emit('peer-link', { peerId, ...link }))
    peer.once('closed', () => {
      if (this.#peers.get(peerId) === peer) this.#peers.delete(peerId)
    })
    return peer
  }

  findPeer(peerId: string): MediaPeer | null {
    return this.#peers.get(peerId) ?? null
  }

  /** For the recorder: this producer as plain RTP, to the UDP port named at `start()`. Throws `PRODUCER_NOT_FOUND`. */
  async tapProducer({ producerId }: { producerId: string }): Promise<RecordingTap> {
    const { producer } = this.#producers.get(producerId)
    const { plainPorts } = this.#options.worker
    return await RecordingTap.create({ router: this.#router, producer, plainPorts })
  }

  /** Plain RTP from this machine into the room. */
  async openIngest(options: IngestOptions): Promise<Ingest> {
    return await openIngest({
      ...options,
      router: this.#router,
      producers: this.#producers,
      speakers: this.#speakers,
      plainPorts: this.#options.worker.plainPorts,
    })
  }

  /** Idempotent. Emits `closed` once, after all peers have closed. */
  close(): void {
    this.#router.close()
  }
}
