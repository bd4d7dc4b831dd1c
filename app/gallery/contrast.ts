export type Tokens = ReadonlyMap<string, string>
export type ThemeTokens = { light: Tokens; dark: Tokens }

const BLOCK = /([^{}]+)\{([^{}]*)\}/g
const TOKEN = /--([\w-]+):\s*(#[0-9a-fA-F]{6})\b/g
const COMMENT = /\/\*[\s\S]*?\*\//g

/** The colours of tokens.css, by theme. `dark` is the block of the explicit choice. */
export function readTokens(css: string): ThemeTokens {
  const blocks = colourBlocks(css)
  const light = blocks.find((block) => /data-theme=.light/.test(block.selector))
  const dark = blocks.find((block) => /data-theme=.dark/.test(block.selector))
  if (!light || !dark) throw new Error('tokens.css must have a block for each theme')
  return { light: light.tokens, dark: dark.tokens }
}

/** Every block of tokens.css that sets colours, in order. */
export function colourBlocks(css: string): { selector: string; tokens: Tokens }[] {
  return [...css.replace(COMMENT, '').matchAll(BLOCK)]
    .map(([, selector = '', body = '']) => ({
      selector: selector.trim(),
      tokens: new Map([...body.matchAll(TOKEN)].map(([, name = '', value = '']) => [name, value] as const)),
    }))
    .filter((block) => block.tokens.size > 0)
}

/** Contrast of two colours written #rrggbb, from 1 to 21. WCAG 2.2, "contrast ratio". */
export function contrastRatio(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
