import type { AgendaItem } from '#core/contract/activity.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import type { PlanChange } from './plan-changes.ts'

/** Something worth going to within a chapter. */
export type Moment =
  | { kind: 'plan'; atMs: number; name: string; section: string }
  | { kind: 'hand'; atMs: number; name: string }
  | { kind: 'stage'; atMs: number; name: string }
  | { kind: 'screen'; atMs: number; name: string }

export interface Chapter {
  id: string
  /** Null: what came before the first item of the agenda. */
  title: string | null
  fromMs: number
  toMs: number
  moments: Moment[]
}

const MOST_MOMENTS = 3
const MOMENTS_APART_MS = 15_000
/** What is over so soon was pressed by mistake. */
const LEAST_CHAPTER_MS = 3_000

interface ChapterSources {
  events: readonly TimelineEvent[]
  agenda: readonly AgendaItem[]
  changes: readonly PlanChange[]
  durationMs: number
}

/** The agenda as it was really held; a single chapter where there was none. */
export function chaptersOf({ events, agenda, changes, durationMs }: ChapterSources): Chapter[] {
  const titles = new Map(agenda.map(({ id, title }) => [id, title]))
  const moves = events.flatMap((event) =>
    event.type === 'agenda.moved' ? [{ atMs: event.atMs, title: titles.get(event.payload.itemId) ?? null }] : [],
  )
  const starts = moves.filter(({ atMs }, index) => (moves[index + 1]?.atMs ?? Infinity) - atMs >= LEAST_CHAPTER_MS)
  const first = starts[0]
  const all = first === undefined || first.atMs > LEAST_CHAPTER_MS ? [{ atMs: 0, title: null }, ...starts] : starts
  const moments = momentsOf(events, changes)
  return all.map(({ atMs, title }, index) => {
    const fromMs = index === 0 ? 0 : atMs
    const toMs = all[index + 1]?.atMs ?? Math.max(durationMs, fromMs)
    const within = moments.filter((moment) => moment.atMs >= fromMs && moment.atMs < toMs)
    return { id: String(index), title, fromMs, toMs, moments: mostTelling(within) }
  })
}

function momentsOf(events: readonly TimelineEvent[], changes: readonly PlanChange[]): Moment[] {
  const names = new Map<string, string>()
  const found: Moment[] = changes.map(({ toMs, name, section }) => ({ kind: 'plan', atMs: toMs, name, section }))
  for (const event of events) {
    if (event.type === 'participant.joined') names.set(event.payload.participantId, event.payload.name)
    const name = 'participantId' in event.payload ? names.get(event.payload.participantId) : undefined
    if (name === undefined) continue
    const { atMs } = event
    if (event.type === 'hand.raised') found.push({ kind: 'hand', atMs, name })
    if (event.type === 'stage.entered') found.push({ kind: 'stage', atMs, name })
    if (event.type === 'media.changed' && event.payload.source === 'screen' && event.payload.state === 'on') {
      found.push({ kind: 'screen', atMs, name })
    }
  }
  return found.toSorted((a, b) => a.atMs - b.atMs)
}

const WEIGHT: Record<Moment['kind'], number> = { plan: 3, screen: 2, stage: 1, hand: 0 }

/** The plan first; never two beside each other. */
function mostTelling(moments: readonly Moment[]): Moment[] {
  const kept: Moment[] = []
  for (const moment of moments.toSorted((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind])) {
    if (kept.length === MOST_MOMENTS) break
    if (kept.every(({ atMs }) => Math.abs(atMs - moment.atMs) >= MOMENTS_APART_MS)) kept.push(moment)
  }
  return kept.toSorted((a, b) => a.atMs - b.atMs)
}
