export interface Speaker {
  peerId: string
  producerId: string
  /** −127 (silence) to 0 dBov. */
  levelDbov: number
}

/** A change of level smaller than this is not worth telling a room. */
const LEVEL_STEP_DB = 4
/** While the same people speak, levels are told no more often than this. */
const LEVEL_INTERVAL_MS = 1_000

/** Decides which measurements are news: who speaks at once, how loud at most once a second. */
export class SpeakingFilter {
  #told: readonly Speaker[] = []
  #toldMs = -Infinity

  /** Whether these speakers, measured at `nowMs`, should be told. Remembers them if so. */
  accept(speakers: readonly Speaker[], { nowMs }: { nowMs: number }): boolean {
    const before = new Map(this.#told.map(({ producerId, levelDbov }) => [producerId, levelDbov]))
    const sameSet = speakers.length === before.size && speakers.every(({ producerId }) => before.has(producerId))
    if (sameSet) {
      const moved = speakers.some(({ producerId, levelDbov }) => {
        return Math.abs(levelDbov - (before.get(producerId) ?? levelDbov)) >= LEVEL_STEP_DB
      })
      if (!moved || nowMs - this.#toldMs < LEVEL_INTERVAL_MS) return false
    }
    this.#told = speakers
    this.#toldMs = nowMs
    return true
  }
}
