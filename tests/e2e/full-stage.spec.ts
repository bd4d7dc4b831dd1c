import { expect as playwrightExpect, test, type Browser, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { Crowd } from '#tests/support/crowd/crowd.ts'
import { publishSeminar } from '#tests/support/crowd/publish-seminar.ts'
import { flowingPictures, installPictureCounter } from '#tests/support/crowd/flowing-pictures.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'

const START_TIMEOUT_MS = 180_000
const HOST = '翟雅琴'
/** With the host twelve, as many as the stage holds. */
const PRESENTERS = [
  '荆文涛',
  '巩建民',
  '于欣然',
  '崔志远',
  '毕晓雯',
  '刘颖',
  '孙学军',
  '耿丽娟',
  '逯明月',
  '王若男',
  '李昊',
]
const MOST_PICTURES = 6
/** Darker than any picture of the crowd, also a frozen one. */
const BLACK_MAX = 24

/** Twelve cameras, a media worker and a database share two processors. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

let product: Product
let crowd: Crowd
let browser: Browser
let path: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
  const door = await product.signIn(HOST)
  const activityId = await publishSeminar(door, { title: '《背影》十二人同台', presenters: PRESENTERS })
  path = `/seminar/${activityId}`
  browser = await launchCamera()
  crowd = await Crowd.open({ product, activityId })
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(async () => {
  await Promise.all([browser.close(), crowd.close()])
  await product.stop()
})

/** The host, at a computer without a camera: all that she sees is decoded. */
async function comeIn({ hasTouch = false, width = 1280, height = 800 } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height }, hasTouch })
  await installPictureCounter(context)
  const page = await context.newPage()
  await signInByRequest(context, { product, name: HOST })
  await page.goto(`${product.url}${path}`)
  await page.getByText('我知道这场研讨会录制').click()
  await page.getByRole('button', { name: '进入研讨室' }).click()
  await expect(stage(page)).toBeVisible()
  return page
}

const stage = (page: Page) => page.getByRole('main', { name: '台上' })
const tiles = (page: Page) => stage(page).getByRole('listitem')
const names = (page: Page) => tiles(page).evaluateAll((all) => all.map((tile) => tile.getAttribute('aria-label') ?? ''))

/**
 * The stage shows moving pictures, and no more than six are on their way. What is left of those of the page before still
 * arrives while it is turned; so it is looked at once the new ones flow alone.
 */
async function expectFewPictures(page: Page): Promise<void> {
  const count = async () => (await flowingPictures(page)).length
  await expect
    .poll(async () => {
      const now = await count()
      return now > 2 && now <= MOST_PICTURES
    })
    .toBe(true)
  expect(await count()).toBeLessThanOrEqual(MOST_PICTURES)
}

/** How bright what one sees of an element is, 0 to 255. */
async function brightnessOf(element: Locator): Promise<number> {
  const { channels } = await sharp(await element.screenshot()).stats()
  return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean / 3, 0)
}

test('[MEDIA7] with twelve on stage at most six pictures arrive, on every page of every layout', async () => {
  await crowd.enter(PRESENTERS.slice(0, 1))
  const page = await comeIn()
  await crowd.enter(PRESENTERS.slice(1))
  await page.keyboard.press('g')
  await expect(tiles(page)).toHaveCount(6)
  await expectFewPictures(page)
  const first = await names(page)
  await page.keyboard.press('PageDown')
  await expect(page.getByText('第 2 页，共 2 页')).toBeAttached()
  await expect.poll(async () => (await names(page)).some((name) => first.includes(name))).toBe(false)
  await expectFewPictures(page)
  expect([...first, ...(await names(page))].toSorted()).toEqual([HOST, ...PRESENTERS].toSorted())

  await page.keyboard.press('g')
  await expect(tiles(page)).toHaveCount(5)
  await expectFewPictures(page)
  await page.setViewportSize({ width: 700, height: 900 })
  await expect(tiles(page)).toHaveCount(11)
  await expectFewPictures(page)
  await page.setViewportSize({ width: 780, height: 360 })
  await expect(stage(page).getByRole('list', { name: '其他人' })).toBeHidden()
  await page.context().close()
})

test('[STAGE2] pages are turned by button, key and finger; the focus stays, and who speaks unseen is named', async () => {
  const page = await comeIn()
  await page.keyboard.press('g')
  const on = stage(page).getByRole('button', { name: /^下一页/ })
  const number = (of: number) => page.getByText(`第 ${of} 页，共 2 页`)
  await on.focus()
  await page.keyboard.press('Enter')
  await expect(number(2)).toBeAttached()
  await expect(on).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(number(2)).toBeAttached()
  await page.keyboard.press('PageUp')
  await expect(number(1)).toBeAttached()
  const unseen = PRESENTERS.at(-1) ?? ''
  await crowd.hum(unseen)
  await expect(on).toHaveAccessibleName(`下一页，${unseen}在那里发言`)
  await on.click()
  await expect(stage(page).locator(`li[aria-label="${unseen}"][data-talking]`)).toBeVisible()
  await crowd.hush(unseen)
  await page.context().close()

  const phone = await comeIn({ hasTouch: true, width: 360, height: 780 })
  await phone.getByRole('button', { name: '更多' }).tap()
  await phone.getByRole('button', { name: '宫格' }).tap()
  await expect(tiles(phone)).toHaveCount(4)
  await stage(phone).getByRole('button', { name: '下一页' }).tap()
  await expect(phone.getByText('第 2 页，共 3 页')).toBeAttached()
  await swipe(phone, { fromX: 60, toX: 300 })
  await expect(phone.getByText('第 1 页，共 3 页')).toBeAttached()
  await swipe(phone, { fromX: 300, toX: 60 })
  await expect(phone.getByText('第 2 页，共 3 页')).toBeAttached()
  await phone.context().close()
})

test('[MEDIA8] a frozen picture is kept, not black, when the layout or the page changes', async () => {
  const page = await comeIn()
  const [frozen = ''] = PRESENTERS
  const tile = stage(page).getByLabel(frozen, { exact: true })
  await page.keyboard.press('g')
  await expect(tile.locator('video')).toBeVisible()
  await expect.poll(() => brightnessOf(tile)).toBeGreaterThan(BLACK_MAX)
  await crowd.setStill(frozen, true)
  await expect(tile).toContainText('画面停在')
  expect(await brightnessOf(tile)).toBeGreaterThan(BLACK_MAX)

  await page.keyboard.press('g')
  await expect(tile.locator('video')).toBeVisible()
  expect(await brightnessOf(tile)).toBeGreaterThan(BLACK_MAX)
  await page.keyboard.press('g')
  await page.keyboard.press('PageDown')
  await expect(tile).toHaveCount(0)
  await page.keyboard.press('PageUp')
  await expect(tile).toBeVisible()
  expect(await brightnessOf(tile)).toBeGreaterThan(BLACK_MAX)

  await crowd.setStill(frozen, false)
  await expect(tile).not.toContainText('画面停在')
  await page.context().close()
})

/** A finger drawn over the stage, by the browser's own touch events. */
async function swipe(page: Page, { fromX, toX }: { fromX: number; toX: number }): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const box = await stage(page).boundingBox()
  if (box === null) throw new Error('There is no stage.')
  const y = box.y + 60
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: fromX, y }] })
  for (let step = 1; step <= 6; step += 1) {
    const x = fromX + ((toX - fromX) * step) / 6
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}
