/** Lowest delay is looked for in buckets, and the last few of them are remembered, so that drift shows. */
const BUCKET_MS = 5_000
const BUCKETS_KEPT = 4
/** Beyond this the sender's clock has begun anew, or stood still while it was paused. */
const JUMP_MS = 300
/** No burst of delay is this long: no need to wait and see. */
const CERTAIN_JUMP_MS = 5_000
/** A burst of delay looks like a clock that fell behind; a real one stays behind. */
const BEHIND_FOR_MS = 2_000

/**
 * Ties a track's RTP clock to the wall clock by arrivals: the packet with the lowest delay is nearest to the truth. How
 * long before that it was captured is told by CaptureClock.
 */
export class RtpClock {
  readonly #clockRateHz: number
  #last: { timestamp: number; unwrapped: number } | undefined
  #behindSinceMs: number | undefined
  #buckets: { startMs: number; lowestOffsetMs: number }[] = []

  constructor({ clockRateHz }: { clockRateHz: number }) {
    this.#clockRateHz = clockRateHz
  }

  /** 'jumped' : the sender's clock began anew; times from before and after must not be compared. */
  observe({ timestamp, arrivalMs }: { timestamp: number; arrivalMs: number }): 'steady' | 'jumped' {
    const unwrapped = this.unwrap(timestamp)
    const offsetMs = arrivalMs - this.mediaMs(unwrapped)
    const lowestMs = this.#lowestOffsetMs()
    const change = lowestMs === undefined ? 0 : offsetMs - lowestMs
    if (change <= JUMP_MS) this.#behindSinceMs = undefined
    else this.#behindSinceMs ??= arrivalMs
    const staysBehind = this.#behindSinceMs !== undefined && arrivalMs - this.#behindSinceMs >= BEHIND_FOR_MS
    const jumped = change < -JUMP_MS || change > CERTAIN_JUMP_MS || staysBehind
    if (jumped) {
      this.#buckets = []
      this.#behindSinceMs = undefined
    }
    if (!this.#last || unwrapped > this.#last.unwrapped || jumped) this.#last = { timestamp, unwrapped }
    this.#remember(offsetMs, { arrivalMs })
    return jumped ? 'jumped' : 'steady'
  }

  /** The timestamp without its 32-bit wraps, in units of the clock rate. Right for anything near the last one seen. */
  unwrap(timestamp: number): number {
    if (!this.#last) return timestamp
    return this.#last.unwrapped + ((timestamp - this.#last.timestamp) | 0)
  }

  mediaMs(unwrapped: number): number {
    return (unwrapped * 1_000) / this.#clockRateHz
  }

  /** Wall clock minus media clock, in ms. Undefined before the first packet. */
  offsetMs(): number | undefined {
    return this.#lowestOffsetMs()
  }

  #remember(offsetMs: number, { arrivalMs }: { arrivalMs: number }): void {
    const bucket = this.#buckets.at(-1)
    if (bucket && arrivalMs - bucket.startMs < BUCKET_MS) {
      bucket.lowestOffsetMs = Math.min(bucket.lowestOffsetMs, offsetMs)
      return
    }
    this.#buckets = [...this.#buckets.slice(1 - BUCKETS_KEPT), { startMs: arrivalMs, lowestOffsetMs: offsetMs }]
  }

  #lowestOffsetMs(): number | undefined {
    if (this.#buckets.length === 0) return undefined
    return Math.min(...this.#buckets.map((bucket) => bucket.lowestOffsetMs))
  }
}
