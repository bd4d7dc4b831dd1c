/** From so many decisions within so long on, a room is in a hurry. */
const BUSY_DECISIONS = 6
const BUSY_WITHIN_MS = 100
/** How long such a room gathers before it writes: nobody sees it, and it is two messages in one at a hundred a second. */
export const GATHER_MS = 12

/**
 * When to write at once and when to gather. In a room where little happens nothing waits; where much does, one commit and
 * one message to everybody carry what would have been several.
 */
export class WritingPace {
  #lastMs: number[] = []

  /** A decision has been taken. Times never go back. */
  note(nowMs: number): void {
    this.#lastMs.push(nowMs)
    if (this.#lastMs.length > BUSY_DECISIONS) this.#lastMs.shift()
  }

  /** How long the next write should still gather; 0 most of the time. */
  gatherMs(nowMs: number): number {
    const [first = -Infinity] = this.#lastMs
    const isBusy = this.#lastMs.length === BUSY_DECISIONS && nowMs - first <= BUSY_WITHIN_MS
    return isBusy ? GATHER_MS : 0
  }
}
