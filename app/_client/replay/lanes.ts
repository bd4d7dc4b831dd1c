import type { PersonColour } from '#core/contract/fields.ts'
import type { ReplayTrack } from '#core/contract/replay.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { rangesOf } from './part-at.ts'
import type { Speech } from './speech.ts'

export interface SpeechBlock {
  fromMs: number
  toMs: number
  name: string
  colour: PersonColour
}

export interface ScreenBlock {
  fromMs: number
  toMs: number
  name: string
}

export interface StageMark {
  atMs: number
  kind: 'hand' | 'stage'
  name: string
}

export interface Lanes {
  speech: { blocks: SpeechBlock[]; people: number }
  screen: { blocks: ScreenBlock[] }
  /** Messages per slot of the session, oldest slot first. */
  chat: { counts: number[]; total: number }
  stage: { marks: StageMark[] }
}

export const CHAT_SLOTS = 120
/** Blocks with a smaller gap are drawn as one: at the width of a screen nobody sees it. */
const GAP_RATIO = 1 / 1_200

export interface LaneSources {
  events: readonly TimelineEvent[]
  tracks: readonly ReplayTrack[]
  speeches: readonly Speech[]
  durationMs: number
}

/** What the lanes under the picture show. */
export function lanesOf({ events, tracks, speeches, durationMs }: LaneSources): Lanes {
  const people = new Map<string, { name: string; colour: PersonColour }>()
  const counts = Array.from({ length: CHAT_SLOTS }, () => 0)
  const marks: StageMark[] = []
  let total = 0
  for (const event of events) {
    if (event.type === 'participant.joined') people.set(event.payload.participantId, event.payload)
    if (event.type === 'chat.sent') {
      const slot = Math.min(CHAT_SLOTS - 1, Math.floor((event.atMs / Math.max(1, durationMs)) * CHAT_SLOTS))
      counts[slot] = (counts[slot] ?? 0) + 1
      total += 1
    }
    if (event.type === 'hand.raised' || event.type === 'stage.entered') {
      const name = people.get(event.payload.participantId)?.name ?? ''
      marks.push({ atMs: event.atMs, kind: event.type === 'hand.raised' ? 'hand' : 'stage', name })
    }
  }
  const blocks = joinBlocks(
    speeches.flatMap(({ participantId, fromMs, toMs }) => {
      const person = people.get(participantId)
      return person === undefined ? [] : [{ fromMs, toMs, name: person.name, colour: person.colour }]
    }),
    { gapMs: durationMs * GAP_RATIO },
  )
  const screens = tracks
    .filter(({ source }) => source === 'screen')
    .flatMap(({ name, parts }) => rangesOf(parts, { liveEndMs: durationMs }).map((range) => ({ ...range, name })))
  return {
    speech: { blocks, people: new Set(speeches.map(({ participantId }) => participantId)).size },
    screen: { blocks: joinBlocks(screens, { gapMs: 2_000 }) },
    chat: { counts, total },
    stage: { marks },
  }
}

/** Neighbours of the same name become one block. */
function joinBlocks<Block extends { fromMs: number; toMs: number; name: string }>(
  blocks: readonly Block[],
  { gapMs }: { gapMs: number },
): Block[] {
  const joined: Block[] = []
  for (const block of blocks.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1)
    if (last !== undefined && last.name === block.name && block.fromMs - last.toMs <= gapMs) {
      last.toMs = Math.max(last.toMs, block.toMs)
    } else joined.push({ ...block })
  }
  return joined
}
