import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activityInput } from '#core/contract/activity.ts'
import { findMistakes, type Mistakes } from '#app/_features/activity/find-mistakes.ts'
import { emptyForm, toActivityInput, type ActivityFormValues } from '#app/_features/activity/form-values.ts'

const PLACES = { places: ['s1', 'own'] }
const NOW = Date.parse('2026-11-22T23:00:00Z')

const form = (changes: Partial<ActivityFormValues>): ActivityFormValues => ({
  ...emptyForm({ place: 's1', nowEpochMs: NOW }),
  kind: 'lesson-study',
  title: '《春》第一课时',
  ...changes,
})
const row = (changes: Partial<ActivityFormValues['agenda'][number]>) => ({
  key: 'r1',
  title: '说课',
  minutes: 10,
  note: '',
  ...changes,
})

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => `${parts.map((part) => String(part).padStart(2, '0')).join(':')}:00`)

const WRONG: [Partial<ActivityFormValues>, Mistakes][] = [
  [{ place: 's2' }, { place: 'placeMissing' }],
  [{ kind: null }, { kind: 'kindMissing' }],
  [{ title: ' 　' }, { title: 'titleMissing' }],
  [{ title: '春'.repeat(61) }, { title: 'titleLong' }],
  [{ question: '问'.repeat(201) }, { question: 'questionLong' }],
  [{ date: null }, { date: 'dateMissing' }],
  [
    { from: null, to: null },
    { from: 'fromMissing', to: 'toMissing' },
  ],
  [{ from: '19:00:00', to: '19:00:00' }, { to: 'toSame' }],
  [{ agenda: [row({ title: '' })] }, { 'agenda.r1.title': 'itemTitleMissing' }],
  [{ agenda: [row({ title: '课'.repeat(61) })] }, { 'agenda.r1.title': 'itemTitleLong' }],
  [{ agenda: [row({ minutes: Number.NaN })] }, { 'agenda.r1.minutes': 'itemMinutesWrong' }],
  [{ agenda: [row({ note: '注'.repeat(81) })] }, { 'agenda.r1.note': 'itemNoteLong' }],
]

describe('[PAGE14] the form of an activity', () => {
  it('a filled form has no mistakes, and is next week in the evening', () => {
    expect(findMistakes(form({}), PLACES)).toEqual({})
    expect(toActivityInput(form({}))).toMatchObject({
      startsAt: '2026-11-30T19:00:00+08:00',
      endsAt: '2026-11-30T20:30:00+08:00',
    })
  })

  it.each(WRONG)('%j is a mistake at its own field', (changes, mistakes) => {
    expect(findMistakes(form(changes), PLACES)).toEqual(mistakes)
  })

  it('an end earlier than the start is on the next day, also over the end of a month', () => {
    const values = form({ date: '2026-11-30', from: '22:00:00', to: '00:30:00' })
    expect(findMistakes(values, PLACES)).toEqual({})
    expect(toActivityInput(values)).toMatchObject({
      startsAt: '2026-11-30T22:00:00+08:00',
      endsAt: '2026-12-01T00:30:00+08:00',
    })
  })

  it('what has no mistakes is what the contract takes', () => {
    fc.assert(
      fc.property(
        clock,
        clock,
        fc.string({ maxLength: 70 }),
        fc.integer({ min: -5, max: 700 }),
        (from, to, title, minutes) => {
          const values = form({ from, to, agenda: [row({ minutes })], title: title.replace(/\p{Cc}/gu, '') })
          fc.pre(Object.keys(findMistakes(values, PLACES)).length === 0)
          expect(activityInput.safeParse(toActivityInput(values)).success).toBe(true)
        },
      ),
    )
  })

  it('who has to come somewhere is told where; online there is no such place', () => {
    expect(findMistakes(form({ venueMode: 'school', where: ' ' }), PLACES)).toEqual({ where: 'whereMissing' })
    expect(findMistakes(form({ venueMode: 'both', where: '室'.repeat(61) }), PLACES)).toEqual({ where: 'whereLong' })
    const online = form({ venueMode: 'online', where: '录播教室' })
    expect(findMistakes(online, PLACES)).toEqual({})
    expect(toActivityInput(online).venue).toEqual({ mode: 'online', where: '' })
    const there = toActivityInput(
      form({ venueMode: 'both', where: ' 录播教室 ', subjects: ['语文'], stages: ['初中'] }),
    )
    expect(there).toMatchObject({ venue: { mode: 'both', where: '录播教室' }, subjects: ['语文'], stages: ['初中'] })
  })
})
