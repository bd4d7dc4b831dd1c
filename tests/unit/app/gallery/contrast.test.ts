import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colourBlocks, contrastRatio, readTokens } from '#app/gallery/contrast.ts'
import { COLOUR_PAIRS } from '#app/gallery/pairs.ts'

const css = readFileSync('app/_ui/tokens.css', 'utf8')

describe('contrast of the tokens', () => {
  it('[LOOK1] black on white is 21, a colour on itself is 1', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#426545', '#426545')).toBe(1)
  })

  it('[LOOK2] the dark values of the system and of the choice are the same', () => {
    const dark = colourBlocks(css).filter(
      (block) => block.selector.includes('dark') || block.selector.includes(':not('),
    )
    expect(dark).toHaveLength(2)
    expect(dark[1]?.tokens).toEqual(dark[0]?.tokens)
  })

  it.each(['light', 'dark'] as const)('[LOOK3] every pair of the %s theme reaches WCAG 2.2 AA', (theme) => {
    const tokens = readTokens(css)[theme]
    for (const { ink, ground, least } of COLOUR_PAIRS) {
      const [first, second] = [tokens.get(ink), tokens.get(ground)]
      if (first === undefined || second === undefined) throw new Error(`unknown token in ${ink} / ${ground}`)
      expect(contrastRatio(first, second), `${ink} / ${ground}`).toBeGreaterThanOrEqual(least)
    }
  })
})
