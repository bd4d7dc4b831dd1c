import { RETURN_GRACE_MS, type ProducerInfo } from '#core/contract/media.ts'
import type { MediaPath } from './media-path.ts'
import { mediaSlot, type MediaSlot, type MediaStore } from './media-store.ts'
import { ReceivedSlot } from './received-slot.ts'
import type { RoomClient } from './room-client.ts'
import type { RoomClientState } from './room-store.ts'
import type { TileSize } from './tile-layers.ts'

/** [MEDIA7] More than this many at once overwhelm a laptop. */
const MAX_PICTURES = 6
/** Of so many pictures the way is made before their tiles are on the screen: as many as a first look takes in. */
const WARM_PICTURES = 4

/** Everything that others send: all sound at once, of the pictures those that somebody looks at. */
export class MediaReceiver {
  readonly #room: RoomClient
  readonly #store: MediaStore
  readonly #slots = new Map<MediaSlot, ReceivedSlot>()
  readonly #tiles = new Map<MediaSlot, TileSize>()
  readonly #leaving = new Map<MediaSlot, ReturnType<typeof setTimeout>>()
  #path: MediaPath | null = null

  constructor({ room, store }: { room: RoomClient; store: MediaStore }) {
    this.#room = room
    this.#store = store
  }

  attach(path: MediaPath): void {
    this.#path = path
    this.reconcile({ warmPictures: WARM_PICTURES })
  }

  detach(): void {
    this.#path = null
    for (const slot of this.#slots.values()) slot.lose()
  }

  /** [MEDIA4] `null`: nobody looks at it. Remembered also for what is not sent yet. */
  setVisible(slot: MediaSlot, tile: TileSize | null): void {
    if (tile === null) this.#tiles.delete(slot)
    else this.#tiles.set(slot, tile)
    this.#slots.get(slot)?.setTile(tile)
    if (tile !== null) this.#makeRoom()
  }

  /** Makes what is received fit what is sent. */
  reconcile({ warmPictures = 0 } = {}): void {
    const state = this.#room.store.getState()
    const others = Object.values(state.producers).filter(({ participantId }) => participantId !== state.me)
    // A browser takes up one after the other, and faces are what one waits for.
    const wanted = new Map(
      others
        .toSorted((a, b) => Number(b.kind === 'video') - Number(a.kind === 'video'))
        .map((producer) => [mediaSlot(producer.participantId, producer.source), producer] as const),
    )
    const warm = new Set([...wanted.keys()].slice(0, warmPictures))
    for (const [slot, producer] of wanted) this.#follow(slot, producer, { isWarm: warm.has(slot) })
    for (const [slot, received] of this.#slots) {
      if (wanted.has(slot)) continue
      received.lose()
      this.#leaveWhenTime(slot, received, state)
    }
    this.#show()
  }

  consumerClosed(consumerId: string): void {
    this.#byConsumer(consumerId)?.lose()
  }

  consumerLayer(consumerId: string, layer: number | null): void {
    this.#byConsumer(consumerId)?.setLayer(layer)
  }

  countFrames(decodedByTrack: ReadonlyMap<string, number>, atMs: number): void {
    for (const slot of this.#slots.values()) {
      const decoded = decodedByTrack.get(slot.trackId ?? '')
      if (decoded !== undefined) slot.countFrames(decoded, atMs)
    }
  }

  /** Idempotent. */
  close(): void {
    for (const slot of [...this.#slots.keys()]) this.#remove(slot)
  }

  #follow(slot: MediaSlot, producer: ProducerInfo, { isWarm }: { isWarm: boolean }): void {
    clearTimeout(this.#leaving.get(slot))
    this.#leaving.delete(slot)
    let received = this.#slots.get(slot)
    if (received === undefined) {
      received = new ReceivedSlot({ room: this.#room, producer, changed: () => this.#show() })
      this.#slots.set(slot, received)
      const tile = this.#tiles.get(slot)
      if (tile !== undefined) received.setTile(tile)
    }
    received.follow(producer, this.#path)
    if (isWarm && producer.kind === 'video') received.warm()
  }

  /** [MEDIA7] Whom nobody looks at any more gives way at once, instead of two seconds later. */
  #makeRoom(): void {
    const pictures = [...this.#slots.values()].filter(({ isPictureWanted }) => isPictureWanted)
    const surplus = Math.max(0, pictures.length - MAX_PICTURES)
    for (const slot of pictures.filter(({ isLingering }) => isLingering).slice(0, surplus)) slot.hideNow()
  }

  /** Switched off by themselves: gone at once. Lost, or media stands anew: the last picture waits for them. */
  #leaveWhenTime(slot: MediaSlot, received: ReceivedSlot, { room, link }: RoomClientState): void {
    const { participantId, source } = received.view
    const participant = room.participants[participantId]
    if (participant === undefined) {
      this.#remove(slot)
      return
    }
    const isAway = participant.connection === 'offline' || link.status !== 'joined'
    if (isAway || (participant.media[source] ?? 'off') !== 'off') {
      clearTimeout(this.#leaving.get(slot))
      this.#leaving.delete(slot)
      return
    }
    if (received.view.picture.status !== 'frozen') this.#remove(slot)
    else if (!this.#leaving.has(slot)) {
      this.#leaving.set(
        slot,
        setTimeout(() => {
          this.#remove(slot)
          this.#show()
        }, RETURN_GRACE_MS),
      )
    }
  }

  #remove(slot: MediaSlot): void {
    clearTimeout(this.#leaving.get(slot))
    this.#leaving.delete(slot)
    this.#slots.get(slot)?.close()
    this.#slots.delete(slot)
  }

  #byConsumer(consumerId: string): ReceivedSlot | undefined {
    return [...this.#slots.values()].find((slot) => slot.consumerId === consumerId)
  }

  #show(): void {
    const before = this.#store.getState().received
    const received = Object.fromEntries(
      [...this.#slots].map(([slot, { view }]) => {
        const shown = before[slot]
        // The same object where nothing changed: fifty tiles subscribe to one each.
        return [slot, shown !== undefined && isSame(shown.picture, view.picture) ? shown : view]
      }),
    )
    this.#store.setState({ received })
  }
}

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)
