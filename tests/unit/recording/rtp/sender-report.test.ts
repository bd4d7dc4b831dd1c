import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSenderReports } from '#server/recording/rtp/sender-report.ts'
import { buildSenderReport } from '#tests/support/footage/sender-report.ts'

const u32 = fc.integer({ min: 0, max: 0xffffffff })

describe('sender reports', () => {
  it('are read as they were written, wherever they stand in a compound packet', () => {
    fc.assert(
      fc.property(u32, u32, fc.double({ min: 0, max: 4e12, noNaN: true }), (ssrc, timestamp, ntpMs) => {
        const report = buildSenderReport({ ssrc, timestamp, ntpMs })
        const description = Buffer.from([0x81, 202, 0, 2, 0, 0, 0, 1, 1, 0, 0, 0])
        for (const compound of [report, Buffer.concat([report, description]), Buffer.concat([description, report])]) {
          const [found, ...others] = parseSenderReports(compound)
          expect(others).toEqual([])
          expect(found).toMatchObject({ ssrc, timestamp })
          expect(Math.abs((found?.ntpMs ?? 0) - ntpMs)).toBeLessThan(0.01)
        }
      }),
    )
  })

  it('nothing that is cut or made up throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(parseSenderReports(Buffer.from(bytes)).length).toBeLessThanOrEqual(2)
      }),
    )
    const whole = buildSenderReport({ ssrc: 1, timestamp: 2, ntpMs: 3 })
    for (let cut = 0; cut < whole.length; cut++) expect(parseSenderReports(whole.subarray(0, cut))).toEqual([])
  })
})
