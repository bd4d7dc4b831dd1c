import type { RoomInput } from '#core/contract/room-requests.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { RequestError } from './request-error.ts'
import type { RoomStore, UnsentChat } from './room-store.ts'

const RATE_LIMITED_PAUSE_MS = 1_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface ChatOutboxOptions {
  store: RoomStore
  send: (message: RoomInput<'chat.send'>) => Promise<unknown>
}

/**
 * [ACK3] Keeps what one has said until it stands in the log, and says it again after a lost connection with the same key:
 * nothing is lost and nothing is said twice. One at a time, so that the order is the order of saying.
 */
export class ChatOutbox {
  readonly #options: ChatOutboxOptions
  #sending = false

  constructor(options: ChatOutboxOptions) {
    this.#options = options
  }

  say({ text, replyTo = null }: { text: string; replyTo?: string | null }): void {
    const dedupeKey = crypto.randomUUID()
    this.#update((unsent) => [...unsent, { dedupeKey, text, replyTo, status: 'sending' }])
    this.flush()
  }

  /** Tries one that failed again. */
  retry(dedupeKey: string): void {
    this.#set(dedupeKey, 'sending')
    this.flush()
  }

  discard(dedupeKey: string): void {
    this.#update((unsent) => unsent.filter((message) => message.dedupeKey !== dedupeKey))
  }

  /** One's own message has come back in the log. */
  seen(events: readonly TimelineEvent[]): void {
    if (this.#options.store.getState().unsentChat.length === 0) return
    for (const event of events) if (event.type === 'chat.sent') this.discard(event.payload.dedupeKey)
  }

  /** Sends what waits; called again after every join. */
  flush(): void {
    if (this.#sending) return
    this.#sending = true
    void this.#sendAll().finally(() => (this.#sending = false))
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const { link, unsentChat } = this.#options.store.getState()
      const next = unsentChat.find(({ status }) => status === 'sending')
      if (next === undefined || link.status !== 'joined') return
      const { dedupeKey, text, replyTo } = next
      try {
        await this.#options.send({ dedupeKey, text, replyTo })
        this.discard(dedupeKey)
      } catch (error) {
        if (!(error instanceof RequestError)) throw error
        // Unanswered: it waits for the next join, which comes by itself. Anything else is the person's to decide.
        if (error.code === 'UNAVAILABLE') return
        if (error.code === 'RATE_LIMITED') await pause(error.retryAfterMs ?? RATE_LIMITED_PAUSE_MS)
        else this.#set(dedupeKey, 'failed')
      }
    }
  }

  #set(dedupeKey: string, status: UnsentChat['status']): void {
    this.#update((unsent) =>
      unsent.map((message) => (message.dedupeKey === dedupeKey ? { ...message, status } : message)),
    )
  }

  #update(change: (unsent: readonly UnsentChat[]) => readonly UnsentChat[]): void {
    this.#options.store.setState(({ unsentChat }) => ({ unsentChat: change(unsentChat) }))
  }
}
