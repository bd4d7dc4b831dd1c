/* These three run in the page; none may reach anything of this file. */

interface Vitals {
  lcpMs: number
  cls: number
  tasks: { startMs: number; durationMs: number }[]
}

declare global {
  interface Window {
    tongkeVitals: Vitals
  }
}

/** Before anything of the page. */
export function watchVitals(): void {
  const vitals: Vitals = { lcpMs: Number.NaN, cls: 0, tasks: [] }
  window.tongkeVitals = vitals
  const observe = (type: string, take: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  }
  observe('largest-contentful-paint', ({ startTime }) => (vitals.lcpMs = startTime))
  // Nobody touches anything here: no move is an answer to a press.
  observe('layout-shift', (entry) => (vitals.cls += Number(Reflect.get(entry, 'value'))))
  observe('longtask', ({ startTime, duration }) => vitals.tasks.push({ startMs: startTime, durationMs: duration }))
}

/** For how long the main thread has done nothing long. */
export function freeForMs(): number {
  const last = window.tongkeVitals.tasks.at(-1)
  return performance.now() - (last === undefined ? 0 : last.startMs + last.durationMs)
}

export function readVitals(): { lcpMs: number; tbtMs: number; cls: number } {
  const { lcpMs, cls, tasks } = window.tongkeVitals
  const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
  const blockedMs = tasks
    .filter(({ startMs, durationMs }) => startMs + durationMs > firstPaintMs)
    .reduce((sum, { durationMs }) => sum + durationMs - 50, 0)
  return { lcpMs, tbtMs: blockedMs, cls }
}
