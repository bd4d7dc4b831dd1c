import type { ReplayPart } from '#core/contract/replay.ts'
import { isAddressOf } from './first-address.ts'
import { GrowingSource } from './growing-source.ts'
import type { PartPlace } from './part-at.ts'
import { ARRIVED_S, inPartS, SEEK_ROUNDING_S } from './part-time.ts'

/** Nearer than this to the master clock, a picture is left alone. */
const CLOSE_S = 0.012
/** Farther than this it jumps. */
const FAR_S = 0.5
const MOST_NUDGE_RATIO = 0.1
const NUDGE_GAIN_PER_S = 1.5

export interface TrackMoment {
  place: PartPlace
  isRunning: boolean
  rate: number
}

/** One element that plays the parts of one track one after the other, wherever the master clock is. */
export class TrackPlayer {
  readonly element: HTMLMediaElement
  #part: ReplayPart | null = null
  #growing: GrowingSource | null = null
  #failedPartId: string | null = null
  readonly #onChange: () => void

  constructor(element: HTMLMediaElement, { onChange }: { onChange: () => void }) {
    this.element = element
    this.#onChange = onChange
    for (const type of ['seeked', 'canplay', 'loadeddata'] as const) element.addEventListener(type, onChange)
    element.addEventListener('error', this.#failed)
  }

  /** Brings the element to this moment: loads the part that it needs, jumps when it is far away. */
  place({ place }: { place: PartPlace }): void {
    if (place.part === null) return
    this.#load(place.part)
    const wantedS = inPartS(place)
    if (Math.abs(this.element.currentTime - wantedS) > ARRIVED_S) this.#seek(wantedS)
  }

  /** What could not be played is tried again: the viewer seeks, perhaps because nothing moved. */
  forgive(): void {
    if (this.#failedPartId === null) return
    this.#failedPartId = null
    this.#unload()
  }

  /** False while the picture of this moment is still on its way. A track that cannot play is waited for by nobody. */
  isReady({ place }: { place: PartPlace }): boolean {
    if (place.part === null || place.part.id === this.#failedPartId) return true
    if (place.part.id !== this.#part?.id) return false
    if (this.#isSilentAt(place)) return true
    const { readyState, seeking, ended } = this.element
    if (seeking) return false
    if (place.kind === 'gap' || ended) return readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    return readyState >= HTMLMediaElement.HAVE_FUTURE_DATA || this.#isAtEnd()
  }

  /** It should play and has nothing to play. */
  isStarving({ place }: { place: PartPlace }): boolean {
    const { readyState, seeking, ended } = this.element
    if (place.kind === 'gap' || ended || seeking || readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) return false
    return !this.isReady({ place })
  }

  /** Keeps step with the master clock: every 200 ms. */
  follow({ place, isRunning, rate }: TrackMoment): void {
    if (place.part === null) return this.rest()
    this.#load(place.part)
    const { element } = this
    const wantedS = inPartS(place)
    const aheadS = element.currentTime - wantedS
    const stands = place.kind === 'gap' || !isRunning || this.#isSilentAt(place) || element.ended
    if (stands) {
      element.pause()
      if (Math.abs(aheadS) > FAR_S) this.#seek(wantedS)
      return
    }
    if (element.paused) void element.play().catch(() => undefined)
    if (element.seeking || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    if (Math.abs(aheadS) > FAR_S) this.#seek(wantedS)
    else element.playbackRate = rate * (1 - nudgeOf(aheadS))
  }

  /** Out of sight: no decoding, no loading ahead. */
  rest(): void {
    this.element.pause()
    this.element.preload = 'metadata'
  }

  /** A growing part has been closed, or has become longer. */
  refresh(part: ReplayPart): void {
    if (part.id !== this.#part?.id) return
    this.#part = part
    if (part.state === 'closed') this.#growing?.finish()
  }

  /** Idempotent. */
  close(): void {
    for (const type of ['seeked', 'canplay', 'loadeddata'] as const) {
      this.element.removeEventListener(type, this.#onChange)
    }
    this.element.removeEventListener('error', this.#failed)
    this.#unload()
  }

  #load(part: ReplayPart): void {
    this.element.preload = 'auto'
    if (part.id === this.#part?.id) return
    if (this.#part === null && this.#hasBegun(part)) {
      this.#part = part
      return
    }
    this.#unload()
    this.#part = part
    if (part.state === 'open') this.#growing = new GrowingSource(this.element, { part })
    else this.element.src = part.url
  }

  /** The page itself has given this part to the element, before there was any script. */
  #hasBegun(part: ReplayPart): boolean {
    return part.state === 'closed' && this.element.error === null && isAddressOf(this.element.getAttribute('src'), part)
  }

  #unload(): void {
    this.#growing?.close()
    this.#growing = null
    this.#part = null
    this.element.pause()
    this.element.removeAttribute('src')
    this.element.load()
  }

  #seek(wantedS: number): void {
    this.#growing?.wantAt(wantedS * 1_000)
    this.element.currentTime = wantedS + SEEK_ROUNDING_S
  }

  #isAtEnd(): boolean {
    const { currentTime, duration } = this.element
    return Number.isFinite(duration) && currentTime >= duration - ARRIVED_S * 2
  }

  /** A track that sent nothing for a while leaves a hole in a growing file. */
  #isSilentAt(place: PartPlace): boolean {
    return place.kind === 'playing' && this.#growing?.isHoleAt(place.offsetMs) === true
  }

  readonly #failed = () => {
    // Taking the address away also counts as an error.
    if (!this.element.hasAttribute('src')) return
    this.#failedPartId = this.#part?.id ?? null
    this.#onChange()
  }
}

/** By how much of its rate a track that is ahead slows down (negative: hurries). */
export function nudgeOf(aheadS: number): number {
  if (Math.abs(aheadS) <= CLOSE_S) return 0
  return Math.max(-MOST_NUDGE_RATIO, Math.min(MOST_NUDGE_RATIO, aheadS * NUDGE_GAIN_PER_S))
}
