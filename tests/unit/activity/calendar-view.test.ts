import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOf, turn } from '#core/domain/activity/calendar-view.ts'
import { addDays, addMonths, dayOf, dayStart, mondayOf } from '#core/domain/activity/city-days.ts'

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => dayOf(date.getTime()))

describe('[CAL1] the days of a view', () => {
  it('a day begins and ends at midnight of the city', () => {
    expect(dayOf(Date.parse('2026-11-25T15:59:59.999Z'))).toBe('2026-11-25')
    expect(dayOf(Date.parse('2026-11-25T16:00:00.000Z'))).toBe('2026-11-26')
    expect(new Date(dayStart('2026-11-26')).toISOString()).toBe('2026-11-25T16:00:00.000Z')
  })

  it('November 2026 begins in a week of October, and February 2027 has four weeks', () => {
    expect(rangeOf('month', '2026-11-25')).toEqual({ fromDay: '2026-10-26', days: 42 })
    expect(rangeOf('month', '2027-02-10')).toEqual({ fromDay: '2027-02-01', days: 28 })
    expect(rangeOf('week', '2026-11-29')).toEqual({ fromDay: '2026-11-23', days: 7 })
  })

  it('a month lies in whole weeks, with nothing left out and no week too many', () => {
    fc.assert(
      fc.property(day, (one) => {
        const { fromDay, days } = rangeOf('month', one)
        const first = `${one.slice(0, 8)}01`
        const last = addDays(addMonths(one, 1), -1)
        expect(mondayOf(fromDay)).toBe(fromDay)
        expect(fromDay <= first && first < addDays(fromDay, 7)).toBe(true)
        expect(last < addDays(fromDay, days) && last >= addDays(fromDay, days - 7)).toBe(true)
      }),
    )
  })

  it('turning there and back comes to the same page', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('month', 'week', 'list'), (one, view) => {
        const back = turn(view, { day: turn(view, { day: one, by: 1 }), by: -1 })
        expect(rangeOf(view, back)).toEqual(rangeOf(view, one))
      }),
    )
  })
})
