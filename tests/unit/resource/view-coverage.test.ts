import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VIEW_PARTS } from '#core/contract/resources.ts'
import { sizeWords } from '#core/domain/resource/size-words.ts'
import { maskOfParts, partsBetween } from '#core/domain/resource/view-coverage.ts'

describe('what was seen of a file', () => {
  it('[VIEW1] every page of a document stands for parts, and all pages for all parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (pages) => {
        const seen = new Set<number>()
        for (let page = 1; page <= pages; page += 1) {
          const parts = partsBetween(page - 1, page - 0.01, { whole: pages })
          expect(parts.length).toBeGreaterThan(0)
          for (const part of parts) seen.add(part)
        }
        expect(seen.size).toBe(Math.min(VIEW_PARTS, seen.size))
        if (pages <= VIEW_PARTS) expect(seen.size).toBe(VIEW_PARTS)
      }),
    )
  })

  it('[VIEW2] a film seen in small steps is seen whole; what lies outside counts as its ends, what has no length as nothing', () => {
    const seen = new Set<number>()
    for (let second = 0; second < 600; second += 0.25)
      for (const part of partsBetween(second, second + 0.25, { whole: 600 })) seen.add(part)
    expect(seen.size).toBe(VIEW_PARTS)
    expect(partsBetween(-5, 9_999, { whole: 600 })).toHaveLength(VIEW_PARTS)
    expect(partsBetween(0, 1, { whole: 0 })).toEqual([])
    expect(partsBetween(0, 1, { whole: Number.NaN })).toEqual([])
  })

  it('[VIEW3] parts are kept as bits, the last of them within what the database keeps', () => {
    expect(maskOfParts([0, 2, 2])).toBe(5n)
    expect(maskOfParts([VIEW_PARTS - 1])).toBeLessThan(2n ** 63n)
  })

  it('[VIEW4] sizes are said as file managers do', () => {
    expect([0, 1_000, 1_536, 10 * 1024 ** 2, 2 * 1024 ** 3].map(sizeWords)).toEqual([
      '0 B',
      '1000 B',
      '1.5 KB',
      '10 MB',
      '2.0 GB',
    ])
  })
})
