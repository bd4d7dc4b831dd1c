import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartClock } from '#server/recording/part-clock.ts'

const ZERO_MS = 1_700_000_000_000
const at = (second: number) => ({ mediaMs: 1_000 * second, elapsedMs: 1_000 })

describe('PartClock', () => {
  it('what is learnt while the part is young moves all of it, and no time within it', () => {
    const clock = new PartClock({ mediaMs: 0, offsetMs: ZERO_MS })
    const before = clock.partMs(4_000)
    expect(clock.follow(ZERO_MS - 140.4, at(4))).toBe('moved')
    expect(clock.startedAtEpochMs).toBe(ZERO_MS - 140)
    expect(clock.partMs(4_000)).toBe(before)
  })

  it('later it is followed slowly, within the part', () => {
    const clock = new PartClock({ mediaMs: 0, offsetMs: ZERO_MS })
    expect(clock.follow(ZERO_MS - 140, at(60))).toBe('steady')
    expect(clock.startedAtEpochMs).toBe(ZERO_MS)
    expect(clock.partMs(61_000)).toBeCloseTo(60_995, 3)
  })

  it('a small change is followed slowly from the beginning, and one to later times always', () => {
    const clock = new PartClock({ mediaMs: 0, offsetMs: ZERO_MS })
    expect(clock.follow(ZERO_MS - 4, at(1))).toBe('steady')
    expect(clock.follow(ZERO_MS + 300, at(2))).toBe('steady')
    expect(clock.startedAtEpochMs).toBe(ZERO_MS)
    expect(clock.partMs(0)).toBeCloseTo(1, 3)
  })

  it('whatever is told, wall-clock times change by whole moves to earlier or by 5 ms per second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { maxLength: 60 }), (changes) => {
        const clock = new PartClock({ mediaMs: 0, offsetMs: ZERO_MS })
        changes.forEach((changeMs, second) => {
          const [startMs, partMs] = [clock.startedAtEpochMs, clock.partMs(0)]
          const followed = clock.follow(ZERO_MS + changeMs, at(second))
          if (followed === 'moved') {
            expect(clock.startedAtEpochMs).toBeLessThan(startMs)
            expect(clock.partMs(0)).toBe(partMs)
          } else {
            expect(clock.startedAtEpochMs).toBe(startMs)
            expect(Math.abs(clock.partMs(0) - partMs)).toBeLessThanOrEqual(5.001)
          }
        })
      }),
    )
  })
})
