/** Some 20 s of reports: one comes each second. */
const REPORTS_KEPT = 20
/**
 * The most that lies between a capture and its arrival here, and so the farthest that a sender's word can move its track:
 * encoding on a weak machine takes 0.1–0.3 s, a bad mobile network 0.5 s.
 */
export const LAG_LIMIT_MS = 1_000

/**
 * How long before its arrival a track was captured, by the sender reports of the media worker. From 3.25 on mediasoup
 * writes the moment of capture into them, on its own clock: the browser's NTP clock brought over by one offset for all
 * tracks of a transport, so that encoding, pacing and the network drop out, and the timestamps are those that the
 * recorder sees, also of a simulcast layer. Until it knows that offset (three reports of the browser) it writes the
 * moment of arrival, which tells nothing.
 */
export class CaptureClock {
  /** The recorder's clock minus the worker's: what arrived soonest is nearest to it. Both run at one pace. */
  #aheadMs = Infinity
  /** Worker's clock minus media clock at capture, of the last reports that told something. */
  #captures: number[] = []
  #lagMs = 0
  #saidNothing = 0

  /** `arrivalOffsetMs` is the recorder's clock minus the media clock by arrivals. */
  observe(
    { ntpMs, mediaMs, arrivalMs }: { ntpMs: number; mediaMs: number; arrivalMs: number },
    { arrivalOffsetMs }: { arrivalOffsetMs: number },
  ): void {
    this.#aheadMs = Math.min(this.#aheadMs, arrivalMs - ntpMs)
    const lagMs = arrivalOffsetMs - (ntpMs + this.#aheadMs - mediaMs)
    // A browser whose clock is torn, or that lies.
    if (lagMs > LAG_LIMIT_MS) return
    if (lagMs > 0) {
      this.#saidNothing = 0
      this.#captures = [...this.#captures.slice(1 - REPORTS_KEPT), ntpMs - mediaMs]
    } else if (++this.#saidNothing >= REPORTS_KEPT) this.forget()
    this.#lagMs = this.lagMs({ arrivalOffsetMs })
  }

  /** From 0 to LAG_LIMIT_MS: a track is never later than it arrived, and never much earlier. */
  lagMs({ arrivalOffsetMs }: { arrivalOffsetMs: number }): number {
    if (this.#captures.length === 0) return this.#lagMs
    // Reports wait in queues too, which makes captures seem late: the earliest is nearest to the truth.
    const captureOffsetMs = Math.min(...this.#captures) + this.#aheadMs
    return Math.max(0, Math.min(LAG_LIMIT_MS, arrivalOffsetMs - captureOffsetMs))
  }

  /** The media clock began anew. The lag stays what it was until the next report. */
  restart(): void {
    this.#captures = []
  }

  forget(): void {
    this.#captures = []
    this.#lagMs = 0
  }
}
