import { useSyncExternalStore } from 'react'
import { useSeminar } from './seminar-context.tsx'

const TICK_MS = 1_000
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | null = null
let tick = 0

/** One clock for all that counts seconds: fifty tiles need no fifty timers. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(() => {
    tick += 1
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || ticking === null) return
    clearInterval(ticking)
    ticking = null
  }
}

/** Milliseconds on the session's clock, drawn anew each second. */
export function useSessionNowMs(): number {
  const { room } = useSeminar()
  useSyncExternalStore(
    subscribe,
    () => tick,
    () => 0,
  )
  return room.clock.nowMs()
}

/** The wall clock's time of a moment of the session. */
export function useEpochOf(): (sessionMs: number) => number {
  const { room } = useSeminar()
  return (sessionMs) => Date.now() - room.clock.nowMs() + sessionMs
}
