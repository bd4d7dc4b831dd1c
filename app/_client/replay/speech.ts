import type { TimelineEvent } from '#core/contract/timeline.ts'

export interface Speech {
  participantId: string
  fromMs: number
  toMs: number
}

/** Breaths: what one person says with shorter pauses is one speech. */
const BREATH_MS = 1_500

/** Who spoke when, oldest first; one person's speeches do not overlap. */
export function speechesOf(events: readonly TimelineEvent[]): Speech[] {
  const spoken = events
    .flatMap((event) => (event.type === 'speech.spoken' ? [{ ...event.payload }] : []))
    .toSorted((a, b) => a.fromMs - b.fromMs)
  const newest = new Map<string, Speech>()
  const speeches: Speech[] = []
  for (const speech of spoken) {
    const before = newest.get(speech.participantId)
    if (before !== undefined && speech.fromMs - before.toMs <= BREATH_MS) {
      before.toMs = Math.max(before.toMs, speech.toMs)
      continue
    }
    newest.set(speech.participantId, speech)
    speeches.push(speech)
  }
  return speeches
}
