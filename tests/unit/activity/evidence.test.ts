import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf } from '#core/domain/activity/evidence.ts'

const strip = fc.uniqueArray(
  fc.record({
    minute: fc.integer({ min: 0, max: 200 }),
    events: fc.integer({ min: 0, max: 500 }),
    edited: fc.boolean(),
  }),
  { selector: ({ minute }) => minute, maxLength: 60 },
)

describe('[EVI1] the 竹简 of a session', () => {
  it('has a slip for every minute, also the silent ones, up to the end of the replay', () => {
    const { minutes, changedCount } = evidenceOf(
      [
        { minute: 0, events: 2, edited: false },
        { minute: 2, events: 4, edited: true },
      ],
      { durationMs: 200_000 },
    )
    expect(minutes).toEqual([
      { activityRatio: 0.5, hasChangedPlan: false },
      { activityRatio: 0, hasChangedPlan: false },
      { activityRatio: 1, hasChangedPlan: true },
      { activityRatio: 0, hasChangedPlan: false },
    ])
    expect(changedCount).toBe(1)
  })

  it('of nothing is nothing', () => {
    expect(evidenceOf([], { durationMs: null })).toEqual({ minutes: [], changedCount: 0 })
  })

  it('loses no minute and no change, and no slip is taller than the strip', () => {
    fc.assert(
      fc.property(strip, fc.option(fc.integer({ min: 0, max: 10_000_000 })), (entries, durationMs) => {
        const { minutes, changedCount } = evidenceOf(entries, { durationMs })
        expect(changedCount).toBe(entries.filter(({ edited }) => edited).length)
        expect(minutes.length).toBeGreaterThanOrEqual(Math.ceil((durationMs ?? 0) / 60_000))
        expect(entries.every(({ minute }) => minute < minutes.length)).toBe(true)
        expect(minutes.every(({ activityRatio }) => activityRatio >= 0 && activityRatio <= 1)).toBe(true)
      }),
    )
  })
})
