import { describe, expect, it } from 'vitest'
import { averageScore, barsFromLink, barsFromScore } from '#server/media/link-quality.ts'

describe('link quality', () => {
  it('[MEDIA-LINK1] scores become bars, the better the more', () => {
    expect(Array.from({ length: 11 }, (_, score) => barsFromScore(score))).toEqual([0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3])
  })

  it.each([
    { lossRatio: 0, rttMs: null, bars: 3 },
    { lossRatio: 0.02, rttMs: 300, bars: 3 },
    { lossRatio: 0, rttMs: 301, bars: 2 },
    { lossRatio: 0.08, rttMs: 40, bars: 2 },
    { lossRatio: 0.081, rttMs: 40, bars: 1 },
    { lossRatio: 0, rttMs: 2_000, bars: 1 },
    { lossRatio: 0.5, rttMs: 40, bars: 0 },
  ])('[MEDIA-LINK2] loss $lossRatio and a round trip of $rttMs ms are $bars bars', ({ bars, ...link }) => {
    expect(barsFromLink(link)).toBe(bars)
  })

  it('[MEDIA-LINK3] several streams of one link are averaged, of none nothing is said', () => {
    expect(averageScore([10, 7])).toBe(9)
    expect(averageScore([])).toBeNull()
  })
})
