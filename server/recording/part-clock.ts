/** How fast a part follows the drift between the sender's clock and ours: 5 ms per second is seen and heard by nobody. */
const SLEW_RATIO = 0.005
/**
 * In its first seconds a part learns when it began: a browser's reports come every five seconds for sound, and three are
 * needed. What is learnt then holds for all of it; later changes are drift.
 */
const LEARNING_MS = 25_000
/** Not worth a write. */
const MOVE_ABOVE_MS = 5

/** Where the media clock of a part lies on the wall clock. */
export class PartClock {
  readonly #firstMediaMs: number
  #startedAtEpochMs: number
  #offsetMs: number

  constructor({ mediaMs, offsetMs }: { mediaMs: number; offsetMs: number }) {
    this.#firstMediaMs = mediaMs
    this.#offsetMs = offsetMs
    this.#startedAtEpochMs = Math.round(mediaMs + offsetMs)
  }

  /** When the part's time 0 was. */
  get startedAtEpochMs(): number {
    return this.#startedAtEpochMs
  }

  /** Media time in ms since the part's start. */
  partMs(mediaMs: number): number {
    return mediaMs + this.#offsetMs - this.#startedAtEpochMs
  }

  /**
   * 'moved' : all of the part lies earlier than was thought, and `startedAtEpochMs` says so; times within it stay. What
   * cannot be learnt any more is followed slowly within the part.
   */
  follow(offsetMs: number, { mediaMs, elapsedMs }: { mediaMs: number; elapsedMs: number }): 'moved' | 'steady' {
    const changeMs = offsetMs - this.#offsetMs
    if (changeMs <= -MOVE_ABOVE_MS && mediaMs - this.#firstMediaMs < LEARNING_MS) {
      const wholeMs = Math.round(changeMs)
      this.#startedAtEpochMs += wholeMs
      this.#offsetMs += wholeMs
      return 'moved'
    }
    const limitMs = Math.max(0, elapsedMs) * SLEW_RATIO
    this.#offsetMs += Math.max(-limitMs, Math.min(limitMs, changeMs))
    return 'steady'
  }
}
