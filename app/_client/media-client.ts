import { Device } from 'mediasoup-client'
import type { StoreApi } from 'zustand/vanilla'
import type { MediaSource } from '#core/contract/timeline.ts'
import { decodedFrames, sentQuality } from './media-measure.ts'
import { MediaPath } from './media-path.ts'
import { MediaReceiver } from './media-receiver.ts'
import { MediaSender } from './media-sender.ts'
import { createMediaStore, type MediaClientState, type MediaSlot } from './media-store.ts'
import { toCapabilities } from './media-wire.ts'
import type { RoomClient } from './room-client.ts'
import type { TileSize } from './tile-layers.ts'

const MEASURE_INTERVAL_MS = 1_000
/** On a new path everybody's picture is there by then, or will not come. */
const STANDING_PICTURES_MS = 20_000
const REOPEN_FIRST_MS = 200
const REOPEN_MAX_MS = 3_000

/**
 * Camera, microphone and screen of one's own, and everything of the others, beside a `RoomClient`. Opens its path as soon as
 * the door is open (prewarm), and makes it anew by itself after a lost socket, a lost path or a dead worker: what was sent is
 * sent again, what was seen is seen again, and until then the last picture stands.
 */
export class MediaClient {
  readonly store: Pick<StoreApi<MediaClientState>, 'getState' | 'subscribe' | 'getInitialState'>
  readonly #store = createMediaStore()
  readonly #room: RoomClient
  readonly #sender: MediaSender
  readonly #receiver: MediaReceiver
  readonly #undo: (() => void)[] = []
  readonly #measuring: ReturnType<typeof setInterval>
  #device: Device | null = null
  #path: MediaPath | null = null
  /** Lost paths, kept while their last pictures may still stand. */
  #retired: MediaPath[] = []
  #isOpening = false
  /** Raised when the path is lost: one that was being opened before is of no use. */
  #epoch = 0
  #closed = false

  static create({ room }: { room: RoomClient }): MediaClient {
    return new MediaClient(room)
  }

  private constructor(room: RoomClient) {
    this.store = this.#store
    this.#room = room
    this.#sender = new MediaSender({ room, store: this.#store })
    this.#receiver = new MediaReceiver({ room, store: this.#store })
    this.#undo.push(
      room.on('media.reset', () => this.#reopen()),
      room.on('media.muted-by-host', ({ producerId }) => this.#sender.mutedByHost(producerId)),
      room.on('media.codec-wanted', ({ mimeType }) => void this.#sender.sendAs(mimeType).catch(() => undefined)),
      room.on('media.consumer-closed', ({ consumerId }) => this.#receiver.consumerClosed(consumerId)),
      room.on('media.consumer-layer', ({ consumerId, spatialLayer }) =>
        this.#receiver.consumerLayer(consumerId, spatialLayer),
      ),
      room.store.subscribe((state, before) => {
        if (state.link !== before.link) this.#followLink()
        if (state.producers !== before.producers || state.room.participants !== before.room.participants) {
          if (state.link.status === 'joined') this.#receiver.reconcile()
        }
        const { me } = state
        if (me !== null && before.room.stage.includes(me) && !state.room.stage.includes(me)) this.#sender.clear()
      }),
    )
    this.#measuring = setInterval(() => void this.#measure(), MEASURE_INTERVAL_MS)
    this.#followLink()
  }

  /** Only on stage. Throws `RequestError`; `FORBIDDEN` below it. */
  publish(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    return this.#sender.publish(source, track)
  }

  /** Idempotent. Stopping the track is its owner's. */
  unpublish(source: MediaSource): Promise<void> {
    return this.#sender.unpublish(source)
  }

  setMuted(source: MediaSource, muted: boolean): Promise<void> {
    return this.#sender.setMuted(source, muted)
  }

  /** Size of the tile in CSS pixels, or null when nobody looks at it. */
  setVisible(slot: MediaSlot, tile: TileSize | null): void {
    const ratio = globalThis.devicePixelRatio || 1
    this.#receiver.setVisible(
      slot,
      tile === null ? null : { widthPx: tile.widthPx * ratio, heightPx: tile.heightPx * ratio },
    )
  }

  /** Idempotent. The room client is its owner's. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#measuring)
    for (const undo of this.#undo) undo()
    this.#receiver.close()
    this.#sender.clear()
    this.#path?.close()
    this.#closeRetired()
    this.#store.setState({ path: 'closed' })
  }

  #followLink(): void {
    const { status } = this.#room.store.getState().link
    if (status === 'reconnecting') this.#losePath()
    // The path that the lobby has prewarmed is kept when the seat is taken.
    else if (status === 'lobby') this.#open()
    else if (status === 'joined' && this.#path === null) this.#open()
    else if (status === 'joined' && this.#path !== null) this.#attach(this.#path)
    else if (status === 'closed') this.close()
  }

  #losePath(): void {
    this.#epoch += 1
    if (this.#path !== null) {
      this.#path.retire()
      this.#retired.push(this.#path)
    }
    this.#path = null
    this.#sender.detach()
    this.#receiver.detach()
    if (this.#store.getState().path === 'ready') this.#store.setState({ path: 'recovering' })
  }

  #reopen(): void {
    this.#losePath()
    this.#open()
  }

  #open(): void {
    if (this.#isOpening || this.#path !== null || this.#closed) return
    this.#isOpening = true
    if (this.#store.getState().path === 'closed') this.#store.setState({ path: 'opening' })
    void this.#openUntilDone().finally(() => {
      this.#isOpening = false
    })
  }

  async #openUntilDone(): Promise<void> {
    for (let waitMs = REOPEN_FIRST_MS; !this.#closed && this.#mayOpen(); waitMs = Math.min(2 * waitMs, REOPEN_MAX_MS)) {
      try {
        const epoch = this.#epoch
        const device = await this.#loadDevice()
        if (device === null) return
        const path = await MediaPath.open({ room: this.#room, device, onFailed: () => this.#reopen() })
        if (this.#closed || epoch !== this.#epoch) {
          path.close()
          continue
        }
        this.#path = path
        this.#store.setState({ path: 'ready' })
        if (this.#room.store.getState().link.status === 'joined') this.#attach(path)
        return
      } catch {
        // The worker is being replaced, or the socket is gone: then the next link brings us here again.
        await new Promise((resolve) => setTimeout(resolve, waitMs))
      }
    }
  }

  #mayOpen(): boolean {
    const { status } = this.#room.store.getState().link
    return status === 'lobby' || status === 'joined'
  }

  async #loadDevice(): Promise<Device | null> {
    if (this.#device !== null) return this.#device
    const { rtpCapabilities } = await this.#room.prepared()
    try {
      const device = await Device.factory()
      await device.load({ routerRtpCapabilities: toCapabilities(rtpCapabilities) })
      return (this.#device = device)
    } catch {
      // No WebRTC here: one can read, write and raise a hand all the same.
      this.#store.setState({ path: 'unsupported' })
      return null
    }
  }

  #closeRetired(): void {
    for (const path of this.#retired) path.close()
    this.#retired = []
  }

  #attach(path: MediaPath): void {
    setTimeout(() => {
      if (this.#path === path) this.#closeRetired()
    }, STANDING_PICTURES_MS)
    this.#receiver.attach(path)
    // What is refused now (the stage was lost meanwhile) is cleared by the stage's own news.
    void this.#sender.attach(path).catch(() => undefined)
  }

  async #measure(): Promise<void> {
    const path = this.#path
    if (path === null || path.closed) return
    const [received, sent] = await Promise.all([path.receive.getStats(), path.send.getStats()])
    if (this.#path !== path) return
    this.#receiver.countFrames(decodedFrames(received), performance.now())
    const localQuality = sentQuality(sent)
    if (localQuality !== this.#store.getState().localQuality) this.#store.setState({ localQuality })
  }
}
