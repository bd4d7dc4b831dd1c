import type { types } from 'mediasoup-client'
import type { ProducerInfo } from '#core/contract/media.ts'
import { fromCapabilities, toParameters } from './media-wire.ts'
import type { MediaPath } from './media-path.ts'
import { firstPicture } from './first-picture.ts'
import { mediaSlot, type MediaSlot, type PictureState, type ReceivedMedia } from './media-store.ts'
import type { RoomClient } from './room-client.ts'
import { layerForTile, type TileSize } from './tile-layers.ts'

/** A tile that is scrolled past comes back without a new keyframe. */
const HIDE_AFTER_MS = 2_000
/** No new picture for this long, and the last one is said to stand. */
export const FREEZE_AFTER_MS = 2_000

const CONSUME_RETRY_MS = 300
/** On a narrow link the lesson's slides keep their picture longest. */
const SCREEN_PRIORITY = 200

interface ReceivedSlotOptions {
  room: RoomClient
  producer: ProducerInfo
  changed: () => void
}

/**
 * What one participant sends from one source, as it is received. The stream outlives producers and paths: a new track takes
 * the old one's place when its first picture is there, so the last picture stands until then.
 */
export class ReceivedSlot {
  readonly slot: MediaSlot
  readonly #room: RoomClient
  readonly #changed: () => void
  readonly #stream = new MediaStream()
  #producer: ProducerInfo
  #consumer: types.Consumer | null = null
  /** Of the picture that still stands: a browser paints black in the moment in which a track ends. */
  #standing: types.Consumer | null = null
  #path: MediaPath | null = null
  #tile: TileSize | null = null
  #hiding: ReturnType<typeof setTimeout> | null = null
  #isConsuming = false
  /** Received before its tile is laid out: somebody is about to look. */
  #isWarm = false
  /** Whose picture has been drawn: only that may stand when it ends. */
  #drawn: MediaStreamTrack | null = null
  #isFlowing = false
  #layer: number | null = null
  #frames = { decoded: 0, atMs: 0 }
  #frozenSinceMs: number | null = null
  #closed = false

  constructor({ room, producer, changed }: ReceivedSlotOptions) {
    this.slot = mediaSlot(producer.participantId, producer.source)
    this.#room = room
    this.#producer = producer
    this.#changed = changed
  }

  get consumerId(): string | null {
    return this.#consumer?.id ?? null
  }

  get trackId(): string | null {
    return this.#consumer?.track.id ?? null
  }

  get view(): ReceivedMedia {
    const { participantId, source, kind } = this.#producer
    return { slot: this.slot, participantId, source, kind, stream: this.#stream, picture: this.#picture() }
  }

  get isPictureWanted(): boolean {
    return this.#producer.kind === 'video' && this.#tile !== null
  }

  /** Nobody looks, and it is received a little longer in case somebody looks again. */
  get isLingering(): boolean {
    return this.#hiding !== null
  }

  /** Ends the lingering. */
  hideNow(): void {
    if (this.#hiding === null) return
    clearTimeout(this.#hiding)
    this.#hide()
  }

  /** The same again changes nothing; another producer of the same source takes over. */
  follow(producer: ProducerInfo, path: MediaPath | null): void {
    const isNew = producer.producerId !== this.#producer.producerId || path !== this.#path
    this.#producer = producer
    if (isNew) this.#release()
    this.#path = path
    this.#consumeIfWanted()
  }

  /** [MEDIA4] Receives the smallest layer now, while the tile is still being laid out; where none comes, no longer than that. */
  warm(): void {
    this.#isWarm = true
    this.#consumeIfWanted()
  }

  /** Its producer is gone for now: the last picture stands. */
  lose(): void {
    this.#release()
    this.#freeze()
  }

  setTile(tile: TileSize | null): void {
    if (this.#hiding !== null) clearTimeout(this.#hiding)
    this.#hiding = null
    if (tile === null) {
      this.#hiding = setTimeout(() => this.#hide(), HIDE_AFTER_MS)
      return
    }
    this.#isWarm = false
    const wasHidden = this.#tile === null
    const layerBefore = this.#tile === null ? null : layerForTile(this.#tile)
    this.#tile = tile
    if (this.#consumer === null) this.#consumeIfWanted()
    else if (wasHidden) this.#set({ paused: false, spatialLayer: layerForTile(tile), ...this.#priority })
    else if (layerBefore !== layerForTile(tile)) this.#set({ spatialLayer: layerForTile(tile) })
  }

  setLayer(layer: number | null): void {
    this.#layer = layer
    this.#changed()
  }

  /** Once a second: how many pictures of this track have been decoded so far. */
  countFrames(decoded: number, atMs: number): void {
    // A screen on which nothing moves sends hardly any pictures.
    const mayFlow =
      this.#producer.source === 'camera' && this.#tile !== null && !this.#producer.paused && this.#consumer !== null
    if (decoded !== this.#frames.decoded || !mayFlow) {
      this.#frames = { decoded, atMs }
      if (this.#frozenSinceMs === null || !mayFlow) return
      this.#frozenSinceMs = null
      this.#changed()
    } else if (this.#isFlowing && atMs - this.#frames.atMs > FREEZE_AFTER_MS) this.#freeze()
  }

  /** Idempotent. */
  close(): void {
    this.#closed = true
    if (this.#hiding !== null) clearTimeout(this.#hiding)
    this.#release()
    this.#standing?.close()
    for (const track of this.#stream.getTracks()) this.#stream.removeTrack(track)
  }

  #picture(): PictureState {
    if (this.#frozenSinceMs !== null) return { status: 'frozen', sinceMs: this.#frozenSinceMs }
    if (this.#producer.kind === 'video' && this.#tile === null) return { status: 'hidden' }
    return this.#isFlowing ? { status: 'flowing', layer: this.#layer } : { status: 'waiting' }
  }

  #consumeIfWanted(): void {
    const wanted = this.#producer.kind === 'audio' || this.#tile !== null || this.#isWarm
    if (this.#closed || !wanted || this.#consumer !== null || this.#isConsuming || this.#path === null) return
    this.#isConsuming = true
    void this.#consume(this.#path)
      // Refused because the producer or the path is gone, or because there were too many at once: what is still wanted
      // a moment later is asked for again.
      .catch(() => undefined)
      .finally(() => {
        this.#isConsuming = false
        if (this.#consumer === null && !this.#closed) setTimeout(() => this.#consumeIfWanted(), CONSUME_RETRY_MS)
      })
  }

  async #consume(path: MediaPath): Promise<void> {
    const { producerId, participantId } = this.#producer
    const rtpCapabilities = fromCapabilities(path.device.recvRtpCapabilities)
    const options = await this.#room.request('media.consume', {
      ...{ transportId: path.receive.id, producerId, rtpCapabilities },
    })
    const { id, kind, rtpParameters } = options
    // One stream per participant: the browser keeps lips and sound together.
    const consumer = await path.receive.consume({
      ...{ id, kind, producerId, rtpParameters: toParameters(rtpParameters), streamId: participantId },
    })
    if (this.#closed || this.#path !== path || this.#producer.producerId !== producerId) {
      consumer.close()
      return
    }
    this.#consumer = consumer
    this.#show(consumer.track)
    if (kind === 'video' && this.#tile === null) this.#hiding ??= setTimeout(() => this.#hide(), HIDE_AFTER_MS)
    const layer = kind === 'audio' ? {} : { spatialLayer: this.#tile === null ? 0 : layerForTile(this.#tile) }
    await this.#room.request('media.set-consumer', { consumerId: id, paused: false, ...layer, ...this.#priority })
  }

  #show(track: MediaStreamTrack): void {
    const swap = () => {
      if (this.#consumer?.track !== track) return
      for (const old of this.#stream.getTracks()) if (old !== track) this.#stream.removeTrack(old)
      this.#stream.addTrack(track)
      this.#standing?.close()
      this.#standing = null
      this.#drawn = track
      this.#isFlowing = true
      this.#frozenSinceMs = null
      this.#frames = { decoded: 0, atMs: performance.now() }
      this.#changed()
    }
    // Sound has nothing to lose by being there at once; a picture takes the old one's place when it can be drawn.
    if (track.kind === 'audio') swap()
    else {
      // Where none stands, the element may wait for the picture too: it draws the first one, not the second.
      if (this.#stream.getTracks().length === 0) {
        this.#stream.addTrack(track)
        this.#changed()
      }
      void firstPicture(track).then(swap)
    }
  }

  #hide(): void {
    this.#hiding = null
    this.#isWarm = false
    this.#tile = null
    this.#set({ paused: true })
    this.#changed()
  }

  get #priority(): { priority?: number } {
    return this.#producer.source === 'screen' ? { priority: SCREEN_PRIORITY } : {}
  }

  #set(settings: { paused?: boolean; spatialLayer?: number; priority?: number }): void {
    const consumerId = this.consumerId
    if (consumerId === null) return
    const { kind } = this.#producer
    const { spatialLayer, ...rest } = settings
    const layer = spatialLayer === undefined || kind === 'audio' ? {} : { spatialLayer }
    // A consumer that is gone meanwhile has nothing to be set.
    void this.#room.request('media.set-consumer', { consumerId, ...rest, ...layer }).catch(() => undefined)
    this.#changed()
  }

  #release(): void {
    if (this.#consumer !== null && this.#consumer.track === this.#drawn) {
      this.#standing?.close()
      this.#standing = this.#consumer
    } else if (this.#consumer !== null) {
      this.#stream.removeTrack(this.#consumer.track)
      this.#consumer.close()
    }
    this.#consumer = null
    this.#path = null
    this.#layer = null
  }

  #freeze(): void {
    if (!this.#isFlowing || this.#producer.kind === 'audio') return
    this.#isFlowing = false
    this.#frozenSinceMs ??= Date.now()
    this.#changed()
  }
}
