import type { StripMinute } from '#core/contract/http-requests.ts'

export interface EvidenceMinutes {
  minutes: { activityRatio: number; hasChangedPlan: boolean }[]
  changedCount: number
}

/** The 竹简 of a session: every minute up to the last, also those in which nothing happened. */
export function evidenceOf(
  strip: readonly StripMinute[],
  { durationMs }: { durationMs: number | null },
): EvidenceMinutes {
  const byMinute = new Map(strip.map((entry) => [entry.minute, entry]))
  const busiest = Math.max(1, ...strip.map(({ events }) => events))
  const last = Math.max(0, ...byMinute.keys())
  const count = Math.max(strip.length === 0 ? 0 : last + 1, Math.ceil((durationMs ?? 0) / 60_000))
  const minutes = Array.from({ length: count }, (_, minute) => {
    const entry = byMinute.get(minute)
    return { activityRatio: (entry?.events ?? 0) / busiest, hasChangedPlan: entry?.edited ?? false }
  })
  return { minutes, changedCount: minutes.filter(({ hasChangedPlan }) => hasChangedPlan).length }
}
