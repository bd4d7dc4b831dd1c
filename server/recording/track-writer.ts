import { PartWriter, type MediaSample } from './part-writer.ts'
import { failureReason, type RecorderEvent } from './recorder-events.ts'
import { sameFormat, type TrackFormat } from './sample.ts'

/** After this long without anything the track comes back in a new part, so that a viewer sees that it was away. */
export const PART_GAP_MS = 3_000
/** How soon after a failed write a new part is tried. */
const RETRY_AFTER_MS = 2_000

/** 'dropped' : nothing can be begun with it; a keyframe is needed. */
export type AddResult = 'kept' | 'dropped'

export type TrackWriterOptions = {
  directory: string
  trackId: string
  firstPartIndex: number
  clockOffsetMs: () => number
  emit: (event: RecorderEvent) => void
}

/** Divides one track into parts: a new one when the format changes, after a gap, a pause, a failure, or when full. */
export class TrackWriter {
  #options: TrackWriterOptions
  #nextPartIndex: number
  #part: PartWriter | undefined
  #endMediaMs = 0
  #endings = new Set<Promise<void>>()
  #outage: { retryAtMs: number } | undefined

  constructor(options: TrackWriterOptions) {
    this.#options = options
    this.#nextPartIndex = options.firstPartIndex
  }

  add(sample: MediaSample, { format }: { format: TrackFormat }): AddResult {
    if (this.#part && this.#mustEnd(this.#part, { sample, format })) this.endPart()
    if (!this.#part) {
      if (!sample.keyframe) return 'dropped'
      if (this.#outage && sample.arrivalMs < this.#outage.retryAtMs) return 'dropped'
      this.#part = this.#begin(format)
    }
    this.#part.add(sample)
    this.#endMediaMs = sample.mediaMs + sample.nominalMs
    return 'kept'
  }

  tick(nowMs: number): void {
    this.#part?.tick(nowMs)
  }

  /** What comes next begins a new part. */
  endPart(): void {
    const part = this.#part
    if (!part) return
    this.#part = undefined
    const ending = part.end().finally(() => this.#endings.delete(ending))
    this.#endings.add(ending)
  }

  /** Resolves when every part is finalised. */
  async close(): Promise<void> {
    this.endPart()
    await Promise.all(this.#endings)
  }

  #mustEnd(part: PartWriter, { sample, format }: { sample: MediaSample; format: TrackFormat }): boolean {
    if (sample.mediaMs - this.#endMediaMs > PART_GAP_MS) return true
    return sample.keyframe && (part.isFull || !sameFormat(part.format, format))
  }

  #begin(format: TrackFormat): PartWriter {
    const { directory, trackId, clockOffsetMs, emit } = this.#options
    const part: PartWriter = new PartWriter({
      directory,
      trackId,
      partIndex: this.#nextPartIndex++,
      format,
      clockOffsetMs,
      emit: (event) => {
        if (event.type === 'fragment') this.#outage = undefined
        emit(event)
      },
      onFailure: (error) => this.#fail(part, { error }),
    })
    return part
  }

  #fail(part: PartWriter, { error }: { error: unknown }): void {
    const { trackId, emit } = this.#options
    const message = error instanceof Error ? error.message : String(error)
    if (!this.#outage) emit({ type: 'failed', trackId, reason: failureReason(error), message })
    this.#outage = { retryAtMs: this.#now() + RETRY_AFTER_MS }
    if (part === this.#part) this.endPart()
  }

  #now(): number {
    return this.#endMediaMs + this.#options.clockOffsetMs()
  }
}
