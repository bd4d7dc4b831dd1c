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
  /** Whose picture it is, and until when that person speaks. */
  let held: Speech = { participantId: '', fromMs: -Infinity, toMs: -Infinity }
  for (const speech of speeches.filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_SPEECH_MS)) {
    if (speech.participantId === held.participantId) {
      held = { ...held, toMs: Math.max(held.toMs, speech.toMs) }
      continue
    }
    const wishedMs = Math.max(0, speech.fromMs >= held.toMs ? speech.fromMs - LEAD_MS : held.toMs)
    const shotSinceMs = cuts.at(-1)?.fromMs ?? -Infinity
    const fromMs = Math.max(wishedMs, shotSinceMs + LEAST_SHOT_MS)
    if (speech.toMs - fromMs < LEAST_SPEECH_MS) continue
    cuts.push({ fromMs, participantId: speech.participantId })
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
