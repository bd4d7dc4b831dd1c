import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaptureClock, LAG_LIMIT_MS } from '#server/recording/rtp/capture-clock.ts'

/** The worker's NTP clock counts from 1900, the recorder's from 1970, the media clock from anywhere. */
const WORKER_MINUS_OURS_MS = 2_208_988_800_000
const MEDIA_ZERO_MS = 1_700_000_000_000

/** A report as the worker writes it now: it says where in the media the moment of sending lies, at capture or arrival. */
function report(nowMs: number, { lagMs, waitMs = 0 }: { lagMs: number; waitMs?: number }) {
  return {
    ntpMs: nowMs + WORKER_MINUS_OURS_MS,
    // What is captured at this moment has this media time; by arrivals it would be what was captured `lagMs` ago.
    mediaMs: nowMs - MEDIA_ZERO_MS + lagMs,
    arrivalMs: nowMs + waitMs,
  }
}
/** Wall minus media by arrivals, where each packet takes `lagMs` from capture to arrival and media time is capture's. */
const ARRIVAL = { arrivalOffsetMs: MEDIA_ZERO_MS }

const second = (i: number) => MEDIA_ZERO_MS + 1_000 * i

describe('CaptureClock', () => {
  it('before any report, and while reports tell of arrivals only, a track lies where it arrived', () => {
    const clock = new CaptureClock()
    expect(clock.lagMs(ARRIVAL)).toBe(0)
    for (let i = 0; i < 5; i++) clock.observe(report(second(i), { lagMs: -(i % 3) }), ARRIVAL)
    expect(clock.lagMs(ARRIVAL)).toBe(0)
  })

  it('finds the lag although reports wait on both ways', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 900 }),
        fc.array(fc.record({ queueMs: fc.integer({ min: 0, max: 29 }), waitMs: fc.integer({ min: 0, max: 200 }) }), {
          minLength: 5,
          maxLength: 15,
        }),
        (lagMs, waits) => {
          const clock = new CaptureClock()
          const calm = { queueMs: 0, waitMs: 0 }
          ;[...waits, calm].forEach(({ queueMs, waitMs }, i) =>
            clock.observe(report(second(i), { lagMs: lagMs - queueMs, waitMs }), ARRIVAL),
          )
          expect(Math.abs(clock.lagMs(ARRIVAL) - lagMs)).toBeLessThan(0.01)
        },
      ),
    )
  })

  it('[RECORD-18] whatever a sender says moves its track by at most the limit, and never later than it arrived', () => {
    const anything = fc.record({
      ntpMs: fc.double({ min: 0, max: 2 ** 32 * 1_000, noNaN: true }),
      mediaMs: fc.double({ min: -1e13, max: 1e13, noNaN: true }),
      arrivalMs: fc.double({ min: 0, max: 1e13, noNaN: true }),
    })
    const offset = fc.double({ min: -1e13, max: 1e13, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, offset), { maxLength: 40 }), offset, (reports, arrivalOffsetMs) => {
        const clock = new CaptureClock()
        for (const [said, at] of reports) clock.observe(said, { arrivalOffsetMs: at })
        const lagMs = clock.lagMs({ arrivalOffsetMs })
        expect(lagMs).toBeGreaterThanOrEqual(0)
        expect(lagMs).toBeLessThanOrEqual(LAG_LIMIT_MS)
      }),
    )
  })

  it('one torn report among good ones changes nothing', () => {
    const clock = new CaptureClock()
    for (let i = 0; i < 5; i++) clock.observe(report(second(i), { lagMs: 120 }), ARRIVAL)
    clock.observe(report(second(5), { lagMs: 3_600_000 }), ARRIVAL)
    expect(clock.lagMs(ARRIVAL)).toBeCloseTo(120, 3)
  })

  it('follows a sender that drifts, and the lag stays known when the media clock begins anew', () => {
    const clock = new CaptureClock()
    for (let i = 0; i < 3_600; i++) {
      const driftMs = i * 0.1
      clock.observe(report(second(i), { lagMs: 150 - driftMs }), { arrivalOffsetMs: MEDIA_ZERO_MS + driftMs })
    }
    const arrivalOffsetMs = MEDIA_ZERO_MS + 360
    expect(Math.abs(clock.lagMs({ arrivalOffsetMs }) - 150)).toBeLessThan(3)
    clock.restart()
    expect(Math.abs(clock.lagMs({ arrivalOffsetMs: 77 }) - 150)).toBeLessThan(3)
  })

  it('what it knew is given up when for twenty reports nothing was told', () => {
    const clock = new CaptureClock()
    for (let i = 0; i < 5; i++) clock.observe(report(second(i), { lagMs: 120 }), ARRIVAL)
    for (let i = 5; i < 20; i++) clock.observe(report(second(i), { lagMs: -1 }), ARRIVAL)
    expect(clock.lagMs(ARRIVAL)).toBeCloseTo(120, 3)
    for (let i = 20; i < 30; i++) clock.observe(report(second(i), { lagMs: -1 }), ARRIVAL)
    expect(clock.lagMs(ARRIVAL)).toBe(0)
  })
})
