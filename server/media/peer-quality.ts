import { averageScore, barsFromScore, type LinkBars } from './link-quality.ts'

export interface PeerQuality {
  /** What the server receives from them; `null` while they send nothing. */
  uplink: LinkBars | null
  /** What they receive; `null` while they receive nothing. */
  downlink: LinkBars | null
}

interface PeerQualityOptions {
  /** At most one report in this time, the last one always arrives. */
  intervalMs: number
  report: (quality: PeerQuality) => void
}

/** Turns the scores of a peer's streams into bars and reports when they change. */
export class PeerQualityMeter {
  readonly #options: PeerQualityOptions
  readonly #uplink = new Map<string, number>()
  readonly #downlink = new Map<string, number>()
  #told: PeerQuality = { uplink: null, downlink: null }
  #timer: NodeJS.Timeout | null = null
  #closed = false

  static create(options: PeerQualityOptions): PeerQualityMeter {
    return new PeerQualityMeter(options)
  }

  private constructor(options: PeerQualityOptions) {
    this.#options = options
  }

  get quality(): PeerQuality {
    const bars = (scores: Map<string, number>) => {
      const score = averageScore([...scores.values()])
      return score === null ? null : barsFromScore(score)
    }
    return { uplink: bars(this.#uplink), downlink: bars(this.#downlink) }
  }

  /** `null` when the stream closed or is paused: it says nothing about the link then. */
  setUplink(producerId: string, score: number | null): void {
    this.#set(this.#uplink, producerId, score)
  }

  setDownlink(consumerId: string, score: number | null): void {
    this.#set(this.#downlink, consumerId, score)
  }

  close(): void {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #set(scores: Map<string, number>, id: string, score: number | null): void {
    if (this.#closed) return
    if (score === null) scores.delete(id)
    else scores.set(id, score)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const { quality } = this
      if (quality.uplink === this.#told.uplink && quality.downlink === this.#told.downlink) return
      this.#told = quality
      this.#options.report(quality)
    }, this.#options.intervalMs)
  }
}
