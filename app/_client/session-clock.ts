/** The server's session clock as this browser knows it: the best of the answers so far, carried on by the monotonic clock. */
export class SessionClock {
  #zeroMs: number | null = null
  #uncertaintyMs = Infinity

  /** One answer: the server read `serverNowMs` some time between asking and hearing it. Monotonic milliseconds. */
  observe({ serverNowMs, askedMs, heardMs }: { serverNowMs: number; askedMs: number; heardMs: number }): void {
    const uncertaintyMs = (heardMs - askedMs) / 2
    // A later answer may be better by chance of the network, and after a sleep the monotonic clock itself may be off.
    if (uncertaintyMs > this.#uncertaintyMs * 2) return
    this.#uncertaintyMs = uncertaintyMs
    this.#zeroMs = (askedMs + heardMs) / 2 - serverNowMs
  }

  /** Milliseconds since the session's zero; 0 before the first answer. */
  nowMs(): number {
    return this.#zeroMs === null ? 0 : Math.max(0, performance.now() - this.#zeroMs)
  }
}
