import type { Page } from '@playwright/test'

/** What of a page would move or is moving: transitions and animations that take time, and smooth scrolling. */
export async function movingParts(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const takesTime = (times: string) => times.split(',').some((time) => parseFloat(time) > 0)
    const moving = new Set<string>()
    for (const element of document.querySelectorAll('*')) {
      for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(element, pseudo)
        const fades = style.transitionProperty !== 'none' && takesTime(style.transitionDuration)
        const plays = style.animationName !== 'none' && takesTime(style.animationDuration)
        const glides = style.scrollBehavior === 'smooth'
        if (fades || plays || glides) moving.add(`${element.tagName.toLowerCase()}${pseudo ?? ''}.${element.className}`)
      }
    }
    for (const animation of document.getAnimations()) {
      if (animation.playState === 'running') moving.add(`running ${animation.constructor.name}`)
    }
    return [...moving]
  })
}
