import type { Socket } from 'node:net'
import type { LinkState } from './link.ts'

type Held = { kind: 'bytes'; bytes: Buffer; dueAtMs: number } | { kind: 'end'; dueAtMs: number }

/** One direction of a TCP connection: late, in order, and held back while the link is cut. */
export class DelayedPipe {
  readonly #source: Socket
  readonly #target: Socket
  readonly #held: Held[] = []
  #state: LinkState
  #timer: NodeJS.Timeout | null = null

  constructor(source: Socket, { target, state }: { target: Socket; state: LinkState }) {
    this.#source = source
    this.#target = target
    this.#state = state
    source.on('data', (bytes: Buffer) => this.#hold({ kind: 'bytes', bytes, dueAtMs: this.#dueAtMs() }))
    source.on('end', () => this.#hold({ kind: 'end', dueAtMs: this.#dueAtMs() }))
    source.on('close', () => this.#sourceClosed())
    target.on('drain', () => this.#resume())
    this.apply(state)
  }

  apply(state: LinkState): void {
    this.#state = state
    if (state.status === 'cut') this.#source.pause()
    else this.#resume()
    this.#pass()
  }

  #resume(): void {
    if (this.#state.status === 'open') this.#source.resume()
  }

  /** Never before what is already held: a shorter latency must not overtake. */
  #dueAtMs(): number {
    const latencyMs = this.#state.status === 'open' ? this.#state.latencyMs : 0
    return Math.max(performance.now() + latencyMs, this.#held.at(-1)?.dueAtMs ?? 0)
  }

  #hold(held: Held): void {
    this.#held.push(held)
    this.#pass()
  }

  #pass(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#state.status === 'cut') return
    for (let next = this.#held[0]; next !== undefined; next = this.#held[0]) {
      const waitMs = next.dueAtMs - performance.now()
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.#pass(), waitMs)
        return
      }
      this.#held.shift()
      if (next.kind === 'end') this.#target.end()
      else if (!this.#target.write(next.bytes)) this.#source.pause()
    }
  }

  /** A reset breaks through at once; an ordinary end has been held and passes in its turn. */
  #sourceClosed(): void {
    if (this.#source.errored === null && this.#source.readableEnded) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#target.destroy()
  }
}
