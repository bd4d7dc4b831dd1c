import { describe, expect, it } from 'vitest'
import { PACKAGE_MESSAGES_MAX } from '#core/contract/session-package.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { packageOf } from '#core/domain/seminar/session-package.ts'

type Body = TimelineEvent extends infer E ? (E extends TimelineEvent ? Pick<E, 'type' | 'payload'> : never) : never

const log = (entries: readonly (readonly [atMs: number, actorId: string | null, body: Body])[]) =>
  entries.map(([atMs, actorId, body], index) => ({ ...body, seq: index + 1, atMs, actorId }) as TimelineEvent)

const joined = (participantId: string, personId: string | null, name: string): Body => ({
  type: 'participant.joined',
  payload: { participantId, personId, name, organisation: `${name}的学校`, role: 'participant', colour: 1 },
})
const said = (messageId: string, text: string): Body => ({
  type: 'chat.sent',
  payload: { messageId, text, replyTo: null, dedupeKey: `key-${messageId}` },
})

describe('what a session leaves behind', () => {
  it('[PKG1] the first second of each item, what was said and not taken back, who was there for how long', () => {
    const events = log([
      [0, null, joined('a', 'p-a', '甲')],
      [0, null, joined('b', 'p-b', '乙')],
      [1_000, null, joined('c', null, '访客')],
      [2_000, 'a', { type: 'agenda.moved', payload: { itemId: 'first' } }],
      [3_000, 'b', said('m1', '留一句')],
      [4_000, 'a', said('m2', '说错了')],
      [5_000, 'a', { type: 'chat.deleted', payload: { messageId: 'm2' } }],
      [6_000, 'a', { type: 'agenda.moved', payload: { itemId: 'second' } }],
      [7_000, 'a', { type: 'agenda.moved', payload: { itemId: 'first' } }],
      [8_000, null, { type: 'participant.left', payload: { participantId: 'b', reason: 'left' } }],
    ])
    const told = packageOf(events, { endMs: 60_000 })
    expect([...told.agendaStarts]).toEqual([
      ['first', 2_000],
      ['second', 6_000],
    ])
    expect(told.messages).toEqual([{ id: 'm1', atMs: 3_000, name: '乙', organisation: '乙的学校', text: '留一句' }])
    expect(told.attendance).toEqual({
      people: [
        { personId: 'p-a', name: '甲', organisation: '甲的学校', presentMs: 60_000, spokenMs: 0 },
        { personId: 'p-b', name: '乙', organisation: '乙的学校', presentMs: 8_000, spokenMs: 0 },
      ],
      guests: 1,
    })
  })

  it('[PKG2] of a long discussion the beginning, and how much there is', () => {
    const many = Array.from(
      { length: PACKAGE_MESSAGES_MAX + 7 },
      (_, index) => [index, 'a', said(`m${index}`, '好')] as const,
    )
    const { messages, messageCount } = packageOf(log([[0, null, joined('a', 'p-a', '甲')], ...many]), { endMs: 1 })
    expect([messages.length, messageCount]).toEqual([PACKAGE_MESSAGES_MAX, PACKAGE_MESSAGES_MAX + 7])
  })
})
