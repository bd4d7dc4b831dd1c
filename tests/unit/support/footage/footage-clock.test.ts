import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOOP_MS, loopDistanceMs, median, onLoop } from '#tests/support/footage/footage-clock.ts'

describe('footage clock', () => {
  it('a distance is the shorter way round, across the seam too', () => {
    expect(loopDistanceMs(LOOP_MS - 10, 20)).toBe(30)
    expect(loopDistanceMs(20, LOOP_MS - 10)).toBe(-30)
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -LOOP_MS / 2, max: LOOP_MS / 2 - 1 }), (fromMs, wayMs) => {
        expect(loopDistanceMs(onLoop(fromMs), onLoop(fromMs + wayMs))).toBe(wayMs)
      }),
    )
  })

  it('the median is a value that occurs, and of nothing there is none', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([])).toBeNaN()
  })
})
