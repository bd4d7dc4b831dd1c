import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** How far the page goes beyond its window, sideways. */
export const surplusPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Nothing beyond the edge, nothing serious for axe. */
export async function expectSound(page: Page): Promise<void> {
  expect(await surplusPx(page)).toBeLessThanOrEqual(0)
  // What React Aria reads aloud of a busy button outlives the button by seven seconds, and names nothing then.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}
