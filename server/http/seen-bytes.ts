import type { ReplayBytes } from '#server/usecases/replay/read-bytes.ts'

/** How long a permission to read final bytes is taken for granted: a player asks some ten times a second. */
const TRUST_MS = 5_000
const MAX_ENTRIES = 2_000

/**
 * Final bytes that this caller was allowed to read a moment ago. Whoever loses the right to see a replay keeps what was
 * open for at most five seconds.
 */
export class SeenBytes<Bytes extends ReplayBytes = ReplayBytes> {
  readonly #nowMs: () => number
  readonly #entries = new Map<string, { bytes: Bytes; untilMs: number }>()

  constructor({ nowMs }: { nowMs: () => number }) {
    this.#nowMs = nowMs
  }

  /** `key` names the caller and the bytes. Rejects with what `find` rejects with, and keeps nothing of it. */
  async get(key: string, find: () => Promise<Bytes>): Promise<Bytes> {
    const seen = this.#entries.get(key)
    if (seen !== undefined && this.#nowMs() < seen.untilMs) return seen.bytes
    this.#entries.delete(key)
    const bytes = await find()
    if (bytes.isFinal) this.#keep(key, bytes)
    return bytes
  }

  #keep(key: string, bytes: Bytes): void {
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined && this.#entries.size >= MAX_ENTRIES) this.#entries.delete(oldest)
    this.#entries.set(key, { bytes, untilMs: this.#nowMs() + TRUST_MS })
  }
}
