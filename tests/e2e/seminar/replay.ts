import { expect, type Locator, type Page } from '@playwright/test'

/** The replay page, by the words that stand on it. */

const READY_MS = 20_000

export interface ReplayLink {
  url: string
  activityId: string
}

export async function openReplayAt(page: Page, { url, activityId }: ReplayLink, second: number): Promise<void> {
  await page.goto(`${url}/replay/${activityId}?t=${second}`)
  await expect(page.getByRole('group', { name: '播放', exact: true })).toBeVisible({ timeout: READY_MS })
}

/** The large picture. */
export const mainPicture = (page: Page): Locator => page.locator('[data-spot="main"] video')

export const chooseCamera = (page: Page, name: string): Promise<void> =>
  page.getByRole('group', { name: '看哪里' }).getByRole('button', { name, exact: true }).click()

export const play = (page: Page): Promise<void> => page.getByRole('button', { name: '播放', exact: true }).click()

const timeLine = (page: Page): Locator => page.getByRole('slider', { name: '时间轴' })

export const positionSecond = async (page: Page): Promise<number> =>
  Number(await timeLine(page).getAttribute('aria-valuenow'))

/** Presses the ground of the lanes at a ratio of the session's length; answers the second that lies there. */
export async function pressLanesAt(page: Page, ratio: number): Promise<number> {
  const box = await timeLine(page).boundingBox()
  if (box === null) throw new Error('The lanes are not on the page.')
  await page.mouse.click(box.x + box.width * ratio, box.y + box.height / 2)
  return Number(await timeLine(page).getAttribute('aria-valuemax')) * ratio
}

export const planAtMoment = (page: Page): Locator => page.getByRole('group', { name: '这一刻的教案' })

/** What had been said by this second; what is still to come stands there too, and is told apart. */
export async function saidBy(page: Page): Promise<string[]> {
  const lines = page.getByRole('region', { name: '聊天' }).getByRole('listitem')
  const said = await lines.evaluateAll((items) =>
    items.filter((item) => !item.hasAttribute('data-later')).map((item) => item.textContent ?? ''),
  )
  return said.map((line) => /〔[^〕]+〕/.exec(line)?.[0] ?? line)
}
