import { finalizePart } from './finalize-part.ts'
import type { Fragment } from './finished-media.ts'
import { mp4Layout } from './mp4/layout.ts'
import { PartClock } from './part-clock.ts'
import { PartFile } from './part-file.ts'
import type { PartClosed, RecorderEvent } from './recorder-events.ts'
import { removePart } from './remove-part.ts'
import type { ContainerLayout, Sample, TrackFormat } from './sample.ts'
import { webmLayout } from './webm/layout.ts'

/** Pieces on disk are never longer than this while a track sends. */
const FRAGMENT_MS = 1_000
/** A track that falls silent is written out after this, so that nothing stays in memory for two seconds. */
const SILENCE_FLUSH_MS = 1_500
/** A part ends while there is still room in the reserve for what comes until the next keyframe. */
const RESERVE_MARGIN_BYTES = 128 * 1024

/** A picture or sound packet on the sender's clock. */
export type MediaSample = {
  mediaMs: number
  /** How long it lasts if nothing follows. */
  nominalMs: number
  arrivalMs: number
  keyframe: boolean
  chunks: Buffer[]
  sizeBytes: number
}

export type PartWriterOptions = {
  directory: string
  trackId: string
  partIndex: number
  format: TrackFormat
  /** Wall clock minus the sender's clock, as known now. */
  clockOffsetMs: () => number
  emit: (event: RecorderEvent) => void
  /** Called once, when writing failed; the part must then be ended. */
  onFailure: (error: unknown) => void
}

/**
 * One part of one track: samples in, fragments on disk. The file is begun with its first fragment, when a second of
 * arrivals has shown the lowest delay; when more is learnt of when it began, its start is moved (`part-moved`).
 */
export class PartWriter {
  readonly format: TrackFormat
  #options: PartWriterOptions
  #layout: ContainerLayout
  #queue: MediaSample[] = []
  #open: { file: Promise<PartFile>; clock: PartClock } | undefined
  #endTicks = 0
  #sequenceNumber = 0
  #samples = 0
  #last: Fragment | undefined
  #hasFailed = false
  #ending: Promise<void> | undefined

  constructor(options: PartWriterOptions) {
    this.#options = options
    this.format = options.format
    this.#layout = options.format.codec === 'vp8' ? webmLayout(options.format) : mp4Layout(options.format)
  }

  /** Whether the part should end at the next keyframe: its index would outgrow the room reserved for it. */
  get isFull(): boolean {
    const footage = { samples: this.#samples + this.#queue.length, fragments: this.#sequenceNumber + 1 }
    return this.#layout.indexLimitBytes(footage) > this.#layout.reserveBytes - RESERVE_MARGIN_BYTES
  }

  add(sample: MediaSample): void {
    const first = this.#queue[0]
    const beginsPicture = sample.keyframe && this.format.codec !== 'opus'
    if (first && (beginsPicture || sample.mediaMs - first.mediaMs >= FRAGMENT_MS)) {
      this.#flush({ endMediaMs: sample.mediaMs })
    }
    this.#queue.push(sample)
  }

  /** Call from time to time: writes out a track that fell silent. A picture is then taken to be shown until now. */
  tick(nowMs: number): void {
    const first = this.#queue[0]
    const last = this.#queue.at(-1)
    if (!first || !last || nowMs - first.arrivalMs < SILENCE_FLUSH_MS) return
    const shownMs = this.format.codec === 'opus' ? last.nominalMs : Math.max(last.nominalMs, nowMs - last.arrivalMs)
    this.#flush({ endMediaMs: last.mediaMs + shownMs })
  }

  /** Writes the rest and finalises. Idempotent. Never rejects: what goes wrong is told by `part-closed`. */
  end(): Promise<void> {
    this.#ending ??= this.#end()
    return this.#ending
  }

  #flush({ endMediaMs }: { endMediaMs: number }): void {
    const queue = this.#queue
    const first = queue[0]
    this.#queue = []
    if (!first || this.#hasFailed) return
    const { clock, file } = (this.#open ??= this.#begin(first))
    const samples = queue.map((sample) => this.#place(sample, { clock }))
    const elapsedMs = endMediaMs - first.mediaMs
    const followed = clock.follow(this.#options.clockOffsetMs(), { mediaMs: endMediaMs, elapsedMs })
    this.#endTicks = Math.max(this.#ticks(clock.partMs(endMediaMs)), this.#endTicks)
    this.#samples += samples.length
    this.#sequenceNumber++
    const start = samples[0]?.time ?? this.#endTicks
    const facts = {
      startMs: this.#toMs(start),
      durationMs: this.#toMs(this.#endTicks - start),
      keyframe: first.keyframe,
    }
    const bytes = this.#layout.buildFragment({
      sequenceNumber: this.#sequenceNumber,
      samples,
      endTime: this.#endTicks,
    })
    void this.#append(file, { bytes, facts })
    if (followed === 'moved') void this.#move(file, { startedAtEpochMs: clock.startedAtEpochMs })
  }

  /** Times rise strictly, whatever the clocks do. */
  #place(sample: MediaSample, { clock }: { clock: PartClock }): Sample {
    const time = Math.max(this.#ticks(clock.partMs(sample.mediaMs)), this.#endTicks)
    this.#endTicks = time + 1
    return { time, keyframe: sample.keyframe, chunks: sample.chunks, sizeBytes: sample.sizeBytes }
  }

  #ticks(partMs: number): number {
    return Math.round((partMs * this.#layout.timescaleHz) / 1_000)
  }

  #toMs(ticks: number): number {
    return (ticks * 1_000) / this.#layout.timescaleHz
  }

  #begin({ mediaMs }: MediaSample): { file: Promise<PartFile>; clock: PartClock } {
    const { directory, trackId, partIndex, clockOffsetMs } = this.#options
    const clock = new PartClock({ mediaMs, offsetMs: clockOffsetMs() })
    const { startedAtEpochMs } = clock
    const size = this.format.codec === 'opus' ? {} : { widthPx: this.format.widthPx, heightPx: this.format.heightPx }
    const facts = { trackId, partIndex, codec: this.format.codecString, startedAtEpochMs, ...size }
    return { file: PartFile.create({ directory, layout: this.#layout, facts }), clock }
  }

  async #append(
    opening: Promise<PartFile>,
    { bytes, facts }: { bytes: Buffer; facts: Pick<Fragment, 'startMs' | 'durationMs' | 'keyframe'> },
  ): Promise<void> {
    const { trackId, partIndex, emit } = this.#options
    try {
      const file = await opening
      const fragment = await file.append(bytes, facts)
      if (!this.#last) emit({ type: 'part-opened', file: file.file, ...mediaFacts(file) })
      this.#last = fragment
      emit({ type: 'fragment', trackId, partIndex, ...fragment })
    } catch (error) {
      this.#fail(error)
    }
  }

  async #move(opening: Promise<PartFile>, { startedAtEpochMs }: { startedAtEpochMs: number }): Promise<void> {
    try {
      const file = await opening
      await file.moveStart(startedAtEpochMs)
      this.#options.emit({ type: 'part-moved', file: file.file, ...mediaFacts(file) })
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    if (this.#hasFailed) return
    this.#hasFailed = true
    this.#options.onFailure(error)
  }

  async #end(): Promise<void> {
    const last = this.#queue.at(-1)
    if (last) this.#flush({ endMediaMs: last.mediaMs + last.nominalMs })
    // A file that could not be opened was told of by #append; there is nothing to close.
    const file = await this.#open?.file.catch(() => undefined)
    if (!file) return
    await file.close()
    const closed = await this.#finalize(file)
    if (closed) this.#options.emit(closed)
  }

  async #finalize(file: PartFile): Promise<PartClosed | undefined> {
    try {
      const finished = await finalizePart(file.file)
      if (finished) return { type: 'part-closed', ...finished, finalized: true }
      await removePart(file.file)
      return undefined
    } catch (error) {
      if (!this.#hasFailed) this.#options.onFailure(error)
      const end = this.#last ?? { offsetBytes: 0, sizeBytes: 0, startMs: 0, durationMs: 0 }
      return {
        type: 'part-closed',
        file: file.file,
        ...mediaFacts(file),
        durationMs: end.startMs + end.durationMs,
        sizeBytes: end.offsetBytes + end.sizeBytes,
        finalized: false,
      }
    }
  }
}

function mediaFacts({ header }: PartFile) {
  const { trackId, partIndex, container, codec, startedAtEpochMs, widthPx, heightPx, initSizeBytes } = header
  return { trackId, partIndex, container, codec, startedAtEpochMs, widthPx, heightPx, initSizeBytes }
}
