import { io, type Socket } from 'socket.io-client'
import { INBOX_EVENT, inboxNews } from '#core/contract/notifications.ts'
import { INBOX_PATH } from '#core/contract/protocol.ts'

const RECONNECT_FIRST_MS = 1_000
const RECONNECT_MAX_MS = 30_000
/** After a restart of the server not everybody in the same second. */
const COME_BACK_SPREAD_MS = 5_000

export interface InboxSocketOptions {
  /** How much is unread; null while the connection is gone and nobody knows. */
  tell: (unreadCount: number | null) => void
  /** Origin of the server; the page's own when absent. */
  origin?: string
  /** For programs without a cookie jar. */
  headers?: Record<string, string>
}

/** Hears how much is unread, from the moment it is open and after every loss anew. Whose session has ended hears nothing more. */
export class InboxSocket {
  readonly #socket: Socket
  #comingBack: ReturnType<typeof setTimeout> | undefined

  /** Connects at once. */
  static open(options: InboxSocketOptions): InboxSocket {
    const inbox = new InboxSocket(options)
    inbox.resume()
    return inbox
  }

  private constructor({ tell, origin, headers }: InboxSocketOptions) {
    const options = {
      path: INBOX_PATH,
      transports: ['websocket'],
      autoConnect: false,
      forceNew: true,
      reconnectionDelay: RECONNECT_FIRST_MS,
      reconnectionDelayMax: RECONNECT_MAX_MS,
      withCredentials: true,
      ...(headers === undefined ? {} : { extraHeaders: headers }),
    }
    this.#socket = origin === undefined ? io(options) : io(origin, options)
    this.#socket.on(INBOX_EVENT, (payload: unknown) => {
      const news = inboxNews.safeParse(payload)
      if (news.success) tell(news.data.unreadCount)
    })
    this.#socket.on('disconnect', (reason) => {
      tell(null)
      // The server closed it on purpose (a restart, or a session that ended): Socket.IO would not come back by itself.
      if (reason === 'io server disconnect') this.#comeBack()
    })
    this.#socket.on('connect_error', (error) => {
      // Socket.IO tries again by itself where nobody answered, and not where it was refused.
      if (!this.#socket.active && error.message !== 'UNAUTHENTICATED') this.#comeBack()
    })
  }

  /** Idempotent: a page that nobody looks at needs no news. */
  pause(): void {
    clearTimeout(this.#comingBack)
    this.#socket.disconnect()
  }

  /** Idempotent. */
  resume(): void {
    this.#socket.connect()
  }

  /** Idempotent. Nothing is heard after it. */
  close(): void {
    this.pause()
    this.#socket.removeAllListeners()
  }

  #comeBack(): void {
    clearTimeout(this.#comingBack)
    const delayMs = RECONNECT_FIRST_MS + Math.random() * COME_BACK_SPREAD_MS
    this.#comingBack = setTimeout(() => this.#socket.connect(), delayMs)
  }
}
