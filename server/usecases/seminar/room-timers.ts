import type { Log } from '../ports.ts'

/** Longest delay a Node timer takes; beyond it it would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1
const RETRY_MS = 1_000

/** The timers of one room by name: setting one again moves it. Idempotent `close()`, after which none fires or is taken. */
export class RoomTimers {
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #log: Log
  #closed = false

  constructor({ log }: { log: Log }) {
    this.#log = log
  }

  /** What the log of the room demands must happen: a failure is reported and tried again until it works or is cancelled. */
  setUntilDone(name: string, afterMs: number, action: () => Promise<void>): void {
    this.cancel(name)
    if (this.#closed) return
    const delayMs = Math.min(Math.max(0, afterMs), MAX_DELAY_MS)
    const timer = setTimeout(() => {
      void action().then(
        () => this.#forget(name, timer),
        (cause: unknown) => {
          this.#log.error({ timer: name, cause }, 'room_timer_failed')
          if (this.#timers.get(name) === timer) this.setUntilDone(name, RETRY_MS, action)
        },
      )
    }, delayMs)
    this.#timers.set(name, timer)
  }

  cancel(name: string): void {
    clearTimeout(this.#timers.get(name))
    this.#timers.delete(name)
  }

  close(): void {
    this.#closed = true
    for (const name of [...this.#timers.keys()]) this.cancel(name)
  }

  #forget(name: string, timer: NodeJS.Timeout): void {
    if (this.#timers.get(name) === timer) this.#timers.delete(name)
  }
}
