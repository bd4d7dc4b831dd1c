import type { AgendaItem } from '#core/contract/activity.ts'

const MINUTE_MS = 60_000

export interface AgendaProgress {
  item: AgendaItem
  when: 'past' | 'now' | 'future'
  /** Of the running item, 0 to 1; 0 for the others. */
  elapsedRatio: number
  /** Whole minutes of the running item that are left, negative when it runs over; null for the others. */
  minutesLeft: number | null
}

interface AgendaMoment {
  currentId: string | null
  movedAtMs: number | null
  nowMs: number
}

/** Where the seminar stands in its agenda. Before the host has begun it, all of it is to come. */
export function agendaProgress(
  agenda: readonly AgendaItem[],
  { currentId, movedAtMs, nowMs }: AgendaMoment,
): AgendaProgress[] {
  const current = agenda.findIndex(({ id }) => id === currentId)
  return agenda.map((item, index) => {
    if (index !== current)
      return { item, when: index < current ? 'past' : 'future', elapsedRatio: 0, minutesLeft: null }
    const spentMs = Math.max(0, nowMs - (movedAtMs ?? nowMs))
    const plannedMs = item.minutes * MINUTE_MS
    const leftMs = plannedMs - spentMs
    const minutesLeft = leftMs >= 0 ? Math.ceil(leftMs / MINUTE_MS) : Math.floor(leftMs / MINUTE_MS)
    return { item, when: 'now', elapsedRatio: Math.min(1, spentMs / plannedMs), minutesLeft }
  })
}

/** The item after the running one; the first when none has begun. */
export function nextAgendaItem(agenda: readonly AgendaItem[], currentId: string | null): AgendaItem | null {
  return agenda[agenda.findIndex(({ id }) => id === currentId) + 1] ?? null
}
