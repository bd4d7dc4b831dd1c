import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

export type ToastContent =
  /** Something happened, perhaps with one thing to do about it. */
  | { kind: 'notice'; text: string; action?: { label: string; onAction: () => void } }
  /** Something went wrong; it says what is kept. */
  | { kind: 'error'; text: string; action?: { label: string; onAction: () => void } }
  /** Something that can be taken back for a while. */
  | { kind: 'undo'; text: string; undoLabel: (secondsLeft: number) => string; undoForMs: number; onUndo: () => void }

const NOTICE_MS = 6_000
const MOST_VISIBLE = 3

/** Read by ToastRegion. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: MOST_VISIBLE })

/**
 * Shows a toast until its time is up (a notice 6 s, while neither pointer nor focus is on it; an undo its own time, on
 * the clock; an error until it is closed). Returns a function that takes it away, harmless when it has gone already.
 */
export function showToast(content: ToastContent): () => void {
  const key = toastQueue.add(content, content.kind === 'notice' ? { timeout: NOTICE_MS } : {})
  return () => toastQueue.close(key)
}
