import { describe, expect, it } from 'vitest'
import { applyEvents } from '#core/domain/seminar/apply-event.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'
import type { TimelineDraft, TimelineEvent } from '#core/contract/timeline.ts'
import { chaptersOf } from '#app/_client/replay/chapters.ts'
import { CHAT_SLOTS, lanesOf } from '#app/_client/replay/lanes.ts'
import { momentWords, parseMoment } from '#app/_client/replay/moment-words.ts'
import { planChangesOf } from '#app/_client/replay/plan-changes.ts'
import { RoomHistory } from '#app/_client/replay/room-history.ts'
import { speechesOf } from '#app/_client/replay/speech.ts'
import { stripOf } from '#app/_client/replay/strip.ts'
import { AGENDA, EVENTS, SESSION_MS } from '#tests/support/replay/replay-script.ts'

const log = (drafts: readonly [number, TimelineDraft][]): TimelineEvent[] =>
  drafts.map(([atMs, draft], index) => ({ ...draft, seq: index + 1, atMs }))

describe('the room at a second', () => {
  const many = log([
    ...EVENTS.slice(0, 4).map(({ atMs, seq: _seq, ...draft }): [number, TimelineDraft] => [atMs, draft]),
    ...Array.from({ length: 1_000 }, (_, index): [number, TimelineDraft] => [
      1_000 + index * 10,
      {
        type: 'chat.sent',
        actorId: 'host',
        payload: { messageId: `m${index}`, text: String(index), replyTo: null, dedupeKey: `dedupe-${index}` },
      },
    ]),
  ])

  it('[RPL1] is the fold of all that had happened by then, forwards and backwards', () => {
    const history = new RoomHistory(many)
    for (const atMs of [0, 11_000, 1_000, 6_005, 6_000, 5_999, 3_330, 9_999_999, 1_010]) {
      const until = many.filter((event) => event.atMs <= atMs)
      expect(history.stateAt(atMs)).toEqual(applyEvents(INITIAL_ROOM_STATE, until))
    }
  })

  it('[RPL1] stays the same object while nothing happens', () => {
    const history = new RoomHistory(many)
    expect(history.stateAt(6_001)).toBe(history.stateAt(6_009))
  })
})

describe('chapters', () => {
  const changes = planChangesOf(EVENTS)
  const chapters = chaptersOf({ events: EVENTS, agenda: AGENDA, changes, durationMs: SESSION_MS })

  it('[RPL2] are the agenda as it was held, without a hole', () => {
    expect(chapters.map(({ title, fromMs, toMs }) => ({ title, fromMs, toMs }))).toEqual([
      { title: '签到与说明', fromMs: 0, toMs: 20_000 },
      { title: '荆文涛说课', fromMs: 20_000, toMs: 72_000 },
      { title: '议课：任务二', fromMs: 72_000, toMs: 120_000 },
    ])
  })

  it('[RPL2] name the changes of the plan first', () => {
    expect(chapters[2]?.moments).toEqual([
      { kind: 'plan', atMs: 90_000, name: '荆文涛', section: '教学过程' },
      { kind: 'plan', atMs: 110_000, name: '翟雅琴', section: '教学过程' },
    ])
  })

  it('[RPL2] are one where nobody moved the agenda', () => {
    expect(chaptersOf({ events: [], agenda: AGENDA, changes: [], durationMs: 5_000 })).toEqual([
      { id: '0', title: null, fromMs: 0, toMs: 5_000, moments: [] },
    ])
  })
})

describe('lanes', () => {
  const lanes = lanesOf({ events: EVENTS, tracks: [], speeches: speechesOf(EVENTS), durationMs: SESSION_MS })

  it('[RPL3] show who spoke, by name and colour', () => {
    expect(lanes.speech.people).toBe(2)
    expect(lanes.speech.blocks[0]).toEqual({ fromMs: 4_000, toMs: 16_000, name: '翟雅琴', colour: 1 })
  })

  it('[RPL3] count every message once, the last moment included', () => {
    expect(lanes.chat.counts).toHaveLength(CHAT_SLOTS)
    expect(lanes.chat.counts.reduce((sum, count) => sum + count, 0)).toBe(4)
    expect(lanes.chat.total).toBe(4)
  })

  it('[RPL3] mark hands and stage', () => {
    expect(lanes.stage.marks.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'stage 翟雅琴',
      'stage 荆文涛',
      'hand 于欣然',
    ])
  })
})

it('[RPL3] edits by one hand with short pauses are one change', () => {
  const edit = (personId: string): TimelineDraft => ({
    type: 'plan.edited',
    actorId: null,
    payload: { personId, name: personId, colour: 1, section: '作业', updateSeq: 1 },
  })
  const changes = planChangesOf(
    log([
      [1_000, edit('a')],
      [4_000, edit('a')],
      [5_000, edit('b')],
      [30_000, edit('a')],
    ]),
  )
  expect(changes.map(({ fromMs, toMs, personId, edits }) => [fromMs, toMs, personId, edits])).toEqual([
    [1_000, 4_000, 'a', 2],
    [5_000, 5_000, 'b', 1],
    [30_000, 30_000, 'a', 1],
  ])
})

it('[RPL3] one person is one speech across a breath', () => {
  const spoken = (participantId: string, fromMs: number, toMs: number): [number, TimelineDraft] => [
    toMs,
    { type: 'speech.spoken', actorId: null, payload: { participantId, fromMs, toMs } },
  ]
  const speeches = speechesOf(log([spoken('a', 0, 1_000), spoken('b', 500, 1_200), spoken('a', 2_000, 3_000)]))
  expect(speeches).toEqual([
    { participantId: 'a', fromMs: 0, toMs: 3_000 },
    { participantId: 'b', fromMs: 500, toMs: 1_200 },
  ])
})

it('[RPL3] the strip counts by the minute and knows when the plan changed', () => {
  expect(stripOf(EVENTS).map(({ minute, edited }) => [minute, edited])).toEqual([
    [0, false],
    [1, true],
    [2, false],
  ])
})

describe('a place in words', () => {
  it('[RPL4] is written with minutes, and with hours from the first on', () => {
    expect([0, 2_512_900, 5_400_000].map(momentWords)).toEqual(['00:00', '41:52', '1:30:00'])
  })

  it('[RPL4] is read from seconds and from words, and from nothing else', () => {
    expect(['2512', '41:52', '1:30:00'].map(parseMoment)).toEqual([2_512_000, 2_512_000, 5_400_000])
    expect(['', 'x', '-1', '1.5', '1:2:3:4'].map(parseMoment)).toEqual([null, null, null, null, null])
  })
})
