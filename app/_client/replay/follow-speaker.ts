import type { Speech } from './speech.ts'

export interface Cut {
  fromMs: number
  participantId: string
}

/** An interjection shorter than this does not take the picture. */
const LEAST_SPEECH_MS = 1_200
/** A picture stays at least so long. */
const LEAST_SHOT_MS = 2_500
/** The picture changes a little before the first word, as an editor would cut it. */
const LEAD_MS = 250

/**
 * Whose picture is shown from when on, for a whole session at once: the log is known, so an interjection is told from a
 * speech before it begins. Who has the picture keeps it while speaking; others take it over when it falls free.
 */
export function cutsOf(speeches: readonly Speech[]): Cut[] {
  const cuts: Cut[] = []
  let held: Speech | null = null
  for (const speech of speeches.filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_SPEECH_MS)) {
    const cut = cuts.at(-1)
    if (held === null || cut === undefined) {
      cuts.push({ fromMs: Math.max(0, speech.fromMs - LEAD_MS), participantId: speech.participantId })
      held = speech
      continue
    }
    if (speech.participantId === held.participantId) {
      held = speech
      continue
    }
    if (speech.toMs <= held.toMs) continue
    const fromMs = Math.max(speech.fromMs - LEAD_MS, Math.min(held.toMs, speech.toMs), cut.fromMs + LEAST_SHOT_MS)
    const takesOver = held.toMs > speech.fromMs ? fromMs : Math.max(speech.fromMs - LEAD_MS, cut.fromMs + LEAST_SHOT_MS)
    if (takesOver >= speech.toMs) continue
    cuts.push({ fromMs: takesOver, participantId: speech.participantId })
    held = speech
  }
  return cuts
}

/** Null before anybody has spoken. */
export const cutAt = (cuts: readonly Cut[], atMs: number): Cut | null =>
  cuts[cuts.findLastIndex(({ fromMs }) => fromMs <= atMs)] ?? null

/** The first cut after this moment: its camera can be made ready. */
export const nextCut = (cuts: readonly Cut[], atMs: number): Cut | null =>
  cuts.find(({ fromMs }) => fromMs > atMs) ?? null
