import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import sharp from 'sharp'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'
import { boxesOfText, followText, readFollowed } from './plan/text-places.ts'
import { firstHref } from './pages/walk.ts'

/** The plan on a page of its own: its text is in the HTML, and the editor takes its place. */

const START_TIMEOUT_MS = 240_000
const HOST = '翟雅琴'
const WORDS = '教学目标'
const GROUP_TITLE = '组内磨课'
/** A layout may be rounded differently in two documents. */
const APART_PX = 1.5
const MOST_SHIFT = 0.05

const expect = playwrightExpect.configure({ timeout: 20_000 })

let product: Product
/** Not there when the start has failed. */
let started: Product | undefined
let path: string

test.beforeAll(async ({ browser }) => {
  test.setTimeout(START_TIMEOUT_MS)
  started = await Product.start()
  product = started
  const page = await browser.newPage()
  path = (await firstHref(page, product, { on: '/', beginning: '/activities/' })).replace('/activities/', '/plan/')
  await page.close()
  await writeMore(browser)
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => started?.stop())

const liveText = (page: Page) => page.getByRole('textbox', { name: '教案' })

async function hostPage(browser: Browser, { width = 1440, script = true } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 780 }, javaScriptEnabled: script })
  await signInByRequest(context, { product, name: HOST })
  return await context.newPage()
}

/** A table is in the template; a picture, lists and marks come to it. */
async function writeMore(browser: Browser): Promise<void> {
  const page = await hostPage(browser)
  await page.goto(`${product.url}${path}`)
  await liveText(page).locator('h2').nth(1).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('圈点动词，**慢读**，再读一遍。')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('3. 默读第六段')
  await page.keyboard.press('Enter')
  await page.keyboard.type('做一做动作')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const green = sharp({ create: { width: 900, height: 400, channels: 3, background: '#426545' } })
  const picture = { name: '板书.png', mimeType: 'image/png', buffer: await green.png().toBuffer() }
  await page.locator('input[type="file"]').setInputFiles(picture)
  await expect(liveText(page).locator('img[src^="/media/images/"]')).toBeVisible()
  await expect(page.getByText(/^已保存/).first()).toBeVisible()
  await page.context().close()
}

test('[PLAN24] without script the plan is read: headings, table, list and picture', async ({ browser }) => {
  const page = await hostPage(browser, { script: false })
  await page.goto(`${product.url}${path}`)
  await expect(page.getByRole('heading', { level: 2, name: WORDS })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '教师活动' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '做一做动作' })).toBeVisible()
  const picture = page.locator('.plan-text img')
  await expect(picture).toHaveAttribute('src', /^\/media\/images\//)
  await expect(picture).toHaveAttribute('width', '900')
  await expect(page.locator('[contenteditable]')).toHaveCount(0)
  await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '作业' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '作业' })).toBeInViewport()
  await page.context().close()
})

test('[PLAN24] who may not read a plan is sent none of it', async ({ browser, request }) => {
  const door = await product.signIn(HOST)
  const { items } = await door.request('activities.list', { search: GROUP_TITLE })
  const address = `${product.url}/plan/${items[0]?.id}`
  const page = await hostPage(browser)
  const own = await page.request.get(address)
  expect(own.status()).toBe(200)
  expect(await own.text()).toContain(WORDS)
  await page.context().close()
  // A visitor without an account; the activity is its group's.
  const answer = await request.get(address)
  expect(answer.status()).toBe(404)
  expect(await answer.text()).not.toContain(WORDS)
})

for (const width of [1440, 360]) {
  test(`[PLAN25] ${width}: the editor takes the text's place: nothing moves, nothing is gone for a frame`, async ({
    browser,
  }) => {
    const page = await hostPage(browser, { width })
    const gate = Promise.withResolvers<void>()
    await page.routeWebSocket(/\/collab$/, async (socket) => {
      await gate.promise
      socket.connectToServer()
    })
    await page.addInitScript(followText)
    await page.goto(`${product.url}${path}`)
    await expect(page.getByRole('status').filter({ hasText: '正在打开教案' })).toBeVisible()
    await page.locator('.plan-text img').evaluate((image: HTMLImageElement) => image.decode())
    await expect(page.locator('[contenteditable]')).toHaveCount(0)
    await page.evaluate(() => scrollTo(0, 500))
    const before = await page.evaluate(boxesOfText)
    expect(before.length).toBeGreaterThan(25)

    gate.resolve()
    await expect(liveText(page)).toHaveAttribute('contenteditable', 'true')
    await expect(page.getByRole('toolbar')).toBeVisible()
    const after = await page.evaluate(boxesOfText)
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
    const apart = after.map(({ box }, index) =>
      Math.max(...box.map((edge, side) => Math.abs(edge - (before[index]?.box[side] ?? Infinity)))),
    )
    const worst = apart.indexOf(Math.max(...apart))
    expect(apart[worst], JSON.stringify([before[worst], after[worst]])).toBeLessThanOrEqual(APART_PX)

    expect(await page.evaluate(() => scrollY)).toBe(500)
    const { shift, leastHeightPx, mostTexts, frames } = await page.evaluate(readFollowed)
    expect(frames).toBeGreaterThan(2)
    expect(mostTexts).toBe(1)
    expect(shift).toBeLessThanOrEqual(MOST_SHIFT)
    const heightPx = await page.locator('.plan-text').evaluate((text) => text.getBoundingClientRect().height)
    expect(leastHeightPx).toBeGreaterThan(heightPx - APART_PX)
    await page.context().close()
  })
}
