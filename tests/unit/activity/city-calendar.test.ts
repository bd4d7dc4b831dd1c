import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityTime, monthIndexOf, weekOf, yearOf } from '#core/domain/activity/city-calendar.ts'

const at = (text: string) => Date.parse(text)
const iso = (epochMs: number) => new Date(epochMs).toISOString()

describe('[CAL1] the city’s week begins on Monday at midnight in UTC+8', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-15T16:00:00.000Z'],
    ['2026-11-22T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ['2026-11-25T11:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ['2026-11-29T15:59:59.999Z', '2026-11-22T16:00:00.000Z'],
  ])('%s lies in the week from %s', (instant, monday) => {
    expect(iso(weekOf(at(instant)).fromEpochMs)).toBe(monday)
  })

  it('every instant lies in its week, which is seven days long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') }), (instant) => {
        const { fromEpochMs, toEpochMs } = weekOf(instant)
        expect(fromEpochMs <= instant && instant < toEpochMs).toBe(true)
        expect(toEpochMs - fromEpochMs).toBe(7 * 86_400_000)
        expect(new Date(fromEpochMs + 8 * 3_600_000).getUTCDay()).toBe(1)
      }),
    )
  })
})

describe('[CAL2] years and months turn at the city’s midnight', () => {
  it('the last evening in UTC is already January', () => {
    const eve = at('2026-12-31T16:30:00Z')
    expect(iso(yearOf(eve).fromEpochMs)).toBe('2026-12-31T16:00:00.000Z')
    expect(monthIndexOf(eve)).toBe(0)
  })

  it('a time of day is that of the city', () => {
    const now = at('2026-11-22T21:49:00Z')
    expect(iso(cityTime(now, { dayOffset: 2, hours: 19, minutes: 0 }))).toBe('2026-11-25T11:00:00.000Z')
  })
})
