/** A tab in the background for so long lets go of its connection; seen again, it asks anew. */
const SLEEP_AFTER_MS = 60_000
/** Where the browser does not say when it is idle. */
const IDLE_AT_LATEST_MS = 2_000

type Listener = () => void

const listeners = new Set<Listener>()
let unreadCount: number | null = null
let hasBegun = false

/**
 * How much is unread, as the server last told this page; null while it has not, or the connection is gone: then what the page was
 * made with is the best that is known.
 */
export const liveUnreadCount = (): number | null => unreadCount

/**
 * Calls back whenever messages may have changed, also where their number is the same. One connection for the page, made when it is
 * idle; its script comes only then. Answers the unsubscribing function.
 */
export function followInbox(listener: Listener): () => void {
  listeners.add(listener)
  if (!hasBegun) {
    hasBegun = true
    whenIdle(() => void begin().catch(giveUp))
  }
  return () => listeners.delete(listener)
}

async function begin(): Promise<void> {
  const { InboxSocket } = await import('./inbox-socket.ts')
  const socket = InboxSocket.open({ tell })
  let falling: ReturnType<typeof setTimeout> | undefined
  const sleepOrWake = () => {
    clearTimeout(falling)
    if (document.visibilityState === 'visible') socket.resume()
    else falling = setTimeout(() => socket.pause(), SLEEP_AFTER_MS)
  }
  document.addEventListener('visibilitychange', sleepOrWake)
  sleepOrWake()
}

/** The script did not come (no network): the next page that is shown tries again. */
function giveUp(): void {
  hasBegun = false
}

function tell(count: number | null): void {
  unreadCount = count
  for (const listener of listeners) listener()
}

function whenIdle(begin: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(begin, { timeout: IDLE_AT_LATEST_MS })
  else setTimeout(begin, IDLE_AT_LATEST_MS)
}
