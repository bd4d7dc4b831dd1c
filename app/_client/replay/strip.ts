import type { StripMinute } from '#core/contract/http-requests.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'

const MINUTE_MS = 60_000

/** How much happened in each minute, and whether the plan changed in it; quiet minutes are left out. */
export function stripOf(events: readonly TimelineEvent[]): StripMinute[] {
  const minutes = new Map<number, StripMinute>()
  for (const { atMs, type } of events) {
    const minute = Math.floor(atMs / MINUTE_MS)
    const before = minutes.get(minute)
    minutes.set(minute, {
      minute,
      events: (before?.events ?? 0) + 1,
      edited: before?.edited === true || type === 'plan.edited',
    })
  }
  return [...minutes.values()]
}
