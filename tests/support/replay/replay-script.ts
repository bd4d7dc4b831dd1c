import type { PersonColour } from '#core/contract/fields.ts'
import type { TimelineDraft, TimelineEvent } from '#core/contract/timeline.ts'

export const SESSION_MS = 120_000

/** When each track begins, on the session's clock: never all at once. */
export const STARTS_MS = { host: 2_000, presenter: 3_400, screen: 40_200 } as const
export const SCREEN_ENDS_MS = 70_200
export const CAMERAS = { host: 3, presenter: 12, screen: 15 } as const
export const AGENDA = [
  { id: 'opening', title: '签到与说明', minutes: 1, note: null },
  { id: 'lecture', title: '荆文涛说课', minutes: 1, note: null },
  { id: 'discussion', title: '议课：任务二', minutes: 1, note: null },
]

interface Seat {
  participantId: string
  name: string
  organisation: string
  role: 'host' | 'presenter' | 'observer'
  colour: PersonColour
}

const seat = (participantId: string, name: string, role: Seat['role'], colour: PersonColour): Seat => ({
  ...{ participantId, name, role, colour },
  organisation: '市实验中学',
})
export const HOST = seat('host', '翟雅琴', 'host', 1)
export const PRESENTER = seat('presenter', '荆文涛', 'presenter', 2)
export const TEACHER = seat('teacher', '于欣然', 'observer', 3)

type Told = [atMs: number, draft: TimelineDraft]

const told: Told[] = [
  [0, { type: 'session.opened', actorId: null, payload: { activityId: 'recorded', title: '《背影》第二课时' } }],
  ...[HOST, PRESENTER, TEACHER].map((person, index): Told => {
    const payload = { ...person, personId: `person-${person.participantId}` }
    return [500 + index * 100, { type: 'participant.joined', actorId: person.participantId, payload }]
  }),
  [1_000, { type: 'stage.entered', actorId: 'host', payload: { participantId: 'host' } }],
  [1_500, { type: 'agenda.moved', actorId: 'host', payload: { itemId: 'opening' } }],
  [2_000, { type: 'recording.started', actorId: 'host', payload: { recordingId: 'recording' } }],
  [3_000, { type: 'stage.entered', actorId: 'host', payload: { participantId: 'presenter' } }],
  [16_000, spoke('host', 4_000, 16_000)],
  [20_000, { type: 'agenda.moved', actorId: 'host', payload: { itemId: 'lecture' } }],
  [24_000, said('presenter', 'm1', '先看第六段。')],
  [38_000, spoke('presenter', 18_000, 38_000)],
  [
    40_000,
    {
      type: 'media.changed',
      actorId: 'presenter',
      payload: { participantId: 'presenter', source: 'screen', state: 'on' },
    },
  ],
  [45_000, { type: 'hand.raised', actorId: 'teacher', payload: { participantId: 'teacher' } }],
  [52_000, said('teacher', 'm2', '动作是为了读慢，不是为了像。')],
  [68_000, spoke('presenter', 42_000, 68_000)],
  [72_000, { type: 'agenda.moved', actorId: 'host', payload: { itemId: 'discussion' } }],
  [74_000, { type: 'hand.lowered', actorId: 'host', payload: { participantId: 'teacher' } }],
  [90_000, edited('presenter', 90_000, 1)],
  [92_000, said('host', 'm3', '就照于老师说的，全班一起做。')],
  [98_000, spoke('host', 76_000, 98_000)],
  [104_000, said('teacher', 'm4', '谢谢。')],
  [110_000, edited('host', 110_000, 2)],
  [118_000, spoke('presenter', 101_000, 118_000)],
  [120_000, { type: 'session.ended', actorId: 'host', payload: {} }],
]

/** The log of a session of two minutes. */
export const EVENTS: readonly TimelineEvent[] = told.map(([atMs, draft], index) => ({ ...draft, seq: index + 1, atMs }))

function spoke(participantId: string, fromMs: number, toMs: number): TimelineDraft {
  return { type: 'speech.spoken', actorId: null, payload: { participantId, fromMs, toMs } }
}

function said(actorId: string, messageId: string, text: string): TimelineDraft {
  return { type: 'chat.sent', actorId, payload: { messageId, text, replyTo: null, dedupeKey: `key-of-${messageId}` } }
}

function edited(who: 'host' | 'presenter', atMs: number, updateSeq: number): TimelineDraft {
  const { name, colour } = who === 'host' ? HOST : PRESENTER
  const payload = { personId: `person-${who}`, name, colour, section: '教学过程', updateSeq }
  return { type: 'plan.edited', actorId: who, payload }
}
