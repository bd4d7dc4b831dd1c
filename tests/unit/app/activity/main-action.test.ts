import { describe, expect, it } from 'vitest'
import type { ActivityCard } from '#core/contract/activity.ts'
import type { ActivityDetail } from '#core/contract/http-requests.ts'
import type { RegistrationStanding } from '#core/contract/registrations.ts'
import { mainActionOf } from '#app/_features/activity/main-action.ts'

const STARTS_AT = Date.parse('2026-11-25T11:00:00Z')
const MINUTE_MS = 60_000
const ROOM = '/seminar/a1'
const NOBODY = { enter: false, edit: false, publish: false, cancel: false, openRoom: false }
const AS_GUEST = { isGuest: true, nowEpochMs: STARTS_AT }
const AS_TEACHER = { isGuest: false, nowEpochMs: STARTS_AT }

const card = (changes: Partial<ActivityCard>): ActivityCard => ({
  id: 'a1',
  kind: 'lesson-study',
  state: 'published',
  title: '《背影》第二课时',
  question: '',
  startsAt: new Date(STARTS_AT).toISOString(),
  endsAt: new Date(STARTS_AT + 90 * MINUTE_MS).toISOString(),
  isCityEvent: false,
  venue: { mode: 'online', where: '' },
  subjects: [],
  stages: [],
  entry: 'city',
  studio: null,
  district: null,
  host: { id: 'p1', name: '翟雅琴', organisation: '临淄区实验中学', district: '临淄', colour: 1, portraitUrl: null },
  presentCount: 0,
  replayDurationMs: null,
  coverUrl: null,
  linkToken: null,
  ...changes,
})

const actionOf = (
  changes: Partial<ActivityCard>,
  may: Partial<ActivityDetail['may']>,
  moment: Parameters<typeof mainActionOf>[1],
) => mainActionOf({ card: card(changes), may: { ...NOBODY, ...may }, registration: null }, moment)

describe('[PAGE11] the main button follows the state and the rights', () => {
  it('a draft is published by who may; others are told', () => {
    expect(actionOf({ state: 'draft' }, { publish: true }, AS_TEACHER)).toEqual({ kind: 'publish' })
    expect(actionOf({ state: 'draft' }, { edit: true }, AS_TEACHER)).toEqual({ kind: 'none', reason: 'draft' })
  })

  it('before the start: the host prepares at any time', () => {
    const days = { isGuest: false, nowEpochMs: STARTS_AT - 3 * 86_400_000 }
    expect(actionOf({}, { openRoom: true, enter: true }, days)).toEqual({ kind: 'link', word: 'prepare', href: ROOM })
  })

  it.each([
    [31, 'calendar'],
    [30, 'enter'],
    [0, 'enter'],
    [-10, 'enter'],
  ] as const)('%i minutes before the start a teacher may: %s', (minutes, word) => {
    const moment = { isGuest: false, nowEpochMs: STARTS_AT - minutes * MINUTE_MS }
    expect(actionOf({}, { enter: true }, moment)).toMatchObject({ kind: 'link', word })
  })

  it('who may not enter keeps the calendar up to the start', () => {
    expect(actionOf({}, {}, AS_GUEST)).toEqual({
      kind: 'link',
      word: 'calendar',
      href: '/activities/a1/calendar.ics',
    })
  })

  it('live: a teacher enters, a guest with the link watches, with the key in the address', () => {
    const open = { state: 'live', entry: 'link', linkToken: 'k1' } as const
    expect(actionOf({ state: 'live' }, { enter: true }, AS_TEACHER)).toMatchObject({ word: 'enter', href: ROOM })
    expect(actionOf(open, { enter: true }, AS_GUEST)).toMatchObject({ word: 'watch', href: `${ROOM}?k=k1` })
  })

  it('live and closed: a guest is asked to sign in and led to the room, a teacher is told', () => {
    expect(actionOf({ state: 'live' }, {}, AS_GUEST)).toMatchObject({
      word: 'signIn',
      href: `/sign-in?next=${encodeURIComponent(ROOM)}`,
    })
    expect(actionOf({ state: 'live' }, {}, AS_TEACHER)).toEqual({ kind: 'none', reason: 'closed' })
  })

  it('afterwards: the replay, or that there is none; cancelled says so', () => {
    expect(actionOf({ state: 'ended', replayDurationMs: 1 }, {}, AS_GUEST)).toMatchObject({
      word: 'replay',
      href: '/replay/a1',
    })
    expect(actionOf({ state: 'ended' }, {}, AS_GUEST)).toEqual({ kind: 'none', reason: 'noReplay' })
    expect(actionOf({ state: 'cancelled' }, { openRoom: true }, AS_TEACHER)).toMatchObject({ reason: 'cancelled' })
  })
})

describe('[REG10] registering is the thing to do while it is open and the room is not', () => {
  const EARLY = STARTS_AT - 24 * 60 * MINUTE_MS
  const standing = (changes: Partial<RegistrationStanding>): RegistrationStanding => ({
    mode: 'open',
    capacity: 2,
    isOpen: true,
    registered: 1,
    waiting: 0,
    mine: null,
    ...{ isInvited: false, invited: 0 },
    may: { register: true, decide: false },
    ...changes,
  })
  const offered = (changes: Partial<RegistrationStanding>, moment = { isGuest: false, nowEpochMs: EARLY }) =>
    mainActionOf({ card: card({}), may: { ...NOBODY, enter: true }, registration: standing(changes) }, moment)
  const CALENDAR = { kind: 'link', word: 'calendar', href: '/activities/a1/calendar.ics' }

  it('the word says what will happen', () => {
    expect(offered({})).toEqual({ kind: 'register', word: 'register' })
    expect(offered({ registered: 2 })).toEqual({ kind: 'register', word: 'wait' })
    expect(offered({ mode: 'approval' })).toEqual({ kind: 'register', word: 'ask' })
  })

  it('guests sign in and come back; who is registered has the calendar, and the room when it opens', () => {
    const guest = { isGuest: true, nowEpochMs: EARLY }
    expect(offered({ may: { register: false, decide: false } }, guest)).toEqual({
      kind: 'link',
      word: 'signInToRegister',
      href: '/sign-in?next=%2Factivities%2Fa1',
    })
    expect(offered({ mine: { state: 'registered' } })).toEqual(CALENDAR)
    expect(offered({ isOpen: false })).toEqual(CALENDAR)
    expect(offered({}, AS_TEACHER)).toEqual({ kind: 'link', word: 'enter', href: ROOM })
  })
})
