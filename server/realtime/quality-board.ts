const TELL_INTERVAL_MS = 1_000

/** Gathers the bars of a second into one message: with sixty links it would otherwise be sixty. */
export class QualityBoard {
  readonly #tell: (bars: Record<string, number>) => void
  #changed = new Map<string, number>()
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(tell: (bars: Record<string, number>) => void) {
    this.#tell = tell
  }

  set(participantId: string, bars: number): void {
    if (this.#closed) return
    this.#changed.set(participantId, bars)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const bars = Object.fromEntries(this.#changed)
      this.#changed = new Map()
      this.#tell(bars)
    }, TELL_INTERVAL_MS)
  }

  close(): void {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
