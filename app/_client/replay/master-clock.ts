/** The one clock that every track follows: a place in the session, moved by the monotonic clock while it runs. */
export class MasterClock {
  readonly #nowMs: () => number
  #baseMs = 0
  /** Null while it stands. */
  #sinceMs: number | null = null
  #rate = 1

  constructor({ nowMs }: { nowMs: () => number }) {
    this.#nowMs = nowMs
  }

  get rate(): number {
    return this.#rate
  }

  get isRunning(): boolean {
    return this.#sinceMs !== null
  }

  /** Milliseconds since the session's zero. */
  positionMs(): number {
    return this.#sinceMs === null ? this.#baseMs : this.#baseMs + (this.#nowMs() - this.#sinceMs) * this.#rate
  }

  /** Stays running or standing. */
  moveTo(positionMs: number): void {
    this.#baseMs = positionMs
    if (this.#sinceMs !== null) this.#sinceMs = this.#nowMs()
  }

  run(): void {
    this.#sinceMs ??= this.#nowMs()
  }

  stand(): void {
    this.#baseMs = this.positionMs()
    this.#sinceMs = null
  }

  setRate(rate: number): void {
    this.moveTo(this.positionMs())
    this.#rate = rate
  }
}
