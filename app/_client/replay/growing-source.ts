import type { ReplayFragment, ReplayPart } from '#core/contract/replay.ts'
import { keyframeBefore, nextRun, type ByteRun } from './fragment-index.ts'

const MOST_BYTES = 1_000_000
const AHEAD_MS = 15_000
/** What lies so far behind is let go. */
const BEHIND_S = 60
const REFRESH_MS = 1_000
const BUSY_MS = 150
/** A pause between two fragments that is not one of the network. */
const LEAST_HOLE_MS = 250
/** Longer than any part. */
const MOST_SEEKABLE_S = 24 * 3_600

/** Plays a part that is still being written: a MediaSource fed with the fragments of its index. */
export class GrowingSource {
  readonly #element: HTMLMediaElement
  readonly #part: ReplayPart
  readonly #source = new MediaSource()
  readonly #address: string
  readonly #abort = new AbortController()
  #fragments: ReplayFragment[] = []
  #next = 0
  #wantedMs = 0
  #isFinished = false
  #hasFailed = false
  #refreshedMs = -Infinity

  constructor(element: HTMLMediaElement, { part }: { part: ReplayPart }) {
    this.#element = element
    this.#part = part
    this.#address = URL.createObjectURL(this.#source)
    element.src = this.#address
    this.#source.addEventListener(
      'sourceopen',
      () => {
        void this.#run().catch(() => {
          if (this.#abort.signal.aborted) return
          // The element says so by its own error event.
          this.#hasFailed = true
          if (this.#source.readyState === 'open') this.#source.endOfStream('network')
        })
      },
      { once: true },
    )
  }

  /** The picture goes to this moment of the part. */
  wantAt(atMs: number): void {
    this.#wantedMs = atMs
    if (this.#fragments.length > 0 && !this.#isBuffered(atMs)) this.#next = keyframeBefore(this.#fragments, atMs)
  }

  /** Nothing will be written any more. */
  finish(): void {
    this.#isFinished = true
  }

  /** Nothing was sent at this moment, though something was later. */
  isHoleAt(atMs: number): boolean {
    const index = this.#fragments.findIndex(({ startMs, durationMs }) => startMs + durationMs > atMs)
    const fragment = this.#fragments[index]
    if (fragment === undefined || fragment.startMs <= atMs) return false
    const before = this.#fragments[index - 1]
    return fragment.startMs - (before === undefined ? 0 : before.startMs + before.durationMs) > LEAST_HOLE_MS
  }

  close(): void {
    if (this.#abort.signal.aborted) return
    this.#abort.abort()
    URL.revokeObjectURL(this.#address)
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort
    const buffer = this.#source.addSourceBuffer(this.#part.mimeType)
    // The head says 0, and a browser does not go beyond the end.
    this.#source.duration = Infinity
    // Without this it seeks only within what it has been given: before the first fragment nowhere, and nobody asks again.
    this.#source.setLiveSeekableRange(0, MOST_SEEKABLE_S)
    const [init, fragments] = await Promise.all([this.#fetchInit(), this.#readIndex(0)])
    this.#fragments = fragments
    this.#next = keyframeBefore(fragments, this.#wantedMs)
    await append(buffer, init)
    while (!signal.aborted && !this.#hasFailed) {
      const run = nextRun(this.#fragments, {
        first: this.#next,
        untilMs: this.#nowMs() + AHEAD_MS,
        maxBytes: MOST_BYTES,
      })
      if (run === null) await this.#rest()
      else await this.#take(buffer, run)
    }
  }

  async #take(buffer: SourceBuffer, run: ByteRun): Promise<void> {
    const bytes = await this.#fetchBytes(run)
    if (this.#abort.signal.aborted) return
    await this.#forget(buffer)
    await append(buffer, bytes)
    // A seek meanwhile has its own place to go on from.
    if (this.#next === run.firstFragment) this.#next = run.nextFragment
  }

  /** All that is known is there: looks whether more has been written. */
  async #rest(): Promise<void> {
    const nowMs = performance.now()
    const isAllKnown = this.#next >= this.#fragments.length
    if (isAllKnown && nowMs - this.#refreshedMs >= REFRESH_MS) {
      this.#refreshedMs = nowMs
      const wasFinished = this.#isFinished
      const fragments = await this.#readIndex(this.#fragments.length)
      this.#fragments = [...this.#fragments, ...fragments]
      if (wasFinished && fragments.length === 0 && this.#source.readyState === 'open') this.#source.endOfStream()
    }
    await later(isAllKnown && this.#isFinished ? REFRESH_MS : BUSY_MS, this.#abort.signal)
  }

  async #fetchInit(): Promise<ArrayBuffer> {
    const response = await fetch(this.#part.initUrl, { signal: this.#abort.signal })
    if (!response.ok) throw new Error(`init answered ${response.status}`)
    return await response.arrayBuffer()
  }

  async #readIndex(after: number): Promise<ReplayFragment[]> {
    const address = `${this.#part.indexUrl}${this.#part.indexUrl.includes('?') ? '&' : '?'}after=${after}`
    const response = await fetch(address, { signal: this.#abort.signal, cache: 'no-store' })
    if (!response.ok) throw new Error(`index answered ${response.status}`)
    // With the parsers of the contract, of which what has ended needs none to show its first picture.
    const { parseFragments } = await import('./parse-fragments.ts')
    return parseFragments(await response.text())
  }

  async #fetchBytes({ fromByte, toByte }: ByteRun): Promise<ArrayBuffer> {
    const headers = { range: `bytes=${fromByte}-${toByte - 1}` }
    const response = await fetch(this.#part.url, { headers, signal: this.#abort.signal })
    const bytes = await response.arrayBuffer()
    if (response.status !== 206 || bytes.byteLength !== toByte - fromByte) {
      throw new Error(`bytes answered ${response.status} with ${bytes.byteLength}`)
    }
    return bytes
  }

  async #forget(buffer: SourceBuffer): Promise<void> {
    const untilS = this.#nowMs() / 1_000 - BEHIND_S
    if (buffer.buffered.length === 0 || buffer.buffered.start(0) >= untilS - BEHIND_S) return
    buffer.remove(0, untilS)
    await updated(buffer)
  }

  #nowMs(): number {
    const { readyState, seeking, currentTime } = this.#element
    return readyState === 0 || seeking ? this.#wantedMs : currentTime * 1_000
  }

  #isBuffered(atMs: number): boolean {
    const { buffered } = this.#element
    return Array.from({ length: buffered.length }).some(
      (_, index) => buffered.start(index) * 1_000 <= atMs && atMs < buffered.end(index) * 1_000,
    )
  }
}

async function append(buffer: SourceBuffer, bytes: BufferSource): Promise<void> {
  buffer.appendBuffer(bytes)
  await updated(buffer)
}

const updated = (buffer: SourceBuffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = () => {
      buffer.removeEventListener('updateend', done)
      buffer.removeEventListener('error', failed)
      resolve()
    }
    const failed = () => {
      buffer.removeEventListener('updateend', done)
      buffer.removeEventListener('error', failed)
      reject(new Error('the browser could not read a fragment'))
    }
    buffer.addEventListener('updateend', done)
    buffer.addEventListener('error', failed)
  })

const later = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
