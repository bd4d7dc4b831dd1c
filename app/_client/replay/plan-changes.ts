import type { PersonColour } from '#core/contract/fields.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'

/** One stretch of work on one section by one person. */
export interface PlanChange {
  fromMs: number
  toMs: number
  personId: string
  name: string
  colour: PersonColour
  section: string
  edits: number
}

/** Edits by the same hand in the same section with shorter pauses are one change. */
const PAUSE_MS = 8_000

/** Oldest first. */
export function planChangesOf(events: readonly TimelineEvent[]): PlanChange[] {
  const changes: PlanChange[] = []
  for (const event of events) {
    if (event.type !== 'plan.edited') continue
    const { personId, name, colour, section } = event.payload
    const same = changes.findLast((change) => change.personId === personId && change.section === section)
    if (same !== undefined && event.atMs - same.toMs <= PAUSE_MS) {
      same.toMs = event.atMs
      same.edits += 1
    } else {
      changes.push({ fromMs: event.atMs, toMs: event.atMs, personId, name, colour, section, edits: 1 })
    }
  }
  return changes
}
