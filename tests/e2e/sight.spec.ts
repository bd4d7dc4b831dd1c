import { chromium, expect, test, type Page } from '@playwright/test'
import { findChromium } from '#tests/support/browser/chromium-executable.ts'
import { faultyRings } from '#tests/support/browser/focus-ring.ts'
import { movingParts } from '#tests/support/browser/moving-parts.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'
import { surplusPx } from './pages/sound-page.ts'
import { draftForm, firstHref } from './pages/walk.ts'

/** For those who use keys, who cannot bear motion, and who need large letters. */

const START_TIMEOUT_MS = 240_000
const HOST = '翟雅琴'

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

/** Every kind of page, first as a visitor, then as a host; the text of the plan is left out of the walk. */
async function visit(page: Page, look: (path: string) => Promise<void>): Promise<void> {
  const go = async (paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(`${product.url}${path}`)
      await expect(page.locator('h1')).toHaveCount(1)
      await look(path)
    }
  }
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
  await go(['/', '/activities', live, '/studios', studio, '/sign-in', '/no-such-page'])
  await signInByRequest(page.context(), { product, name: HOST })
  const replay = live.replace('/activities/', '/replay/')
  await go(['/desk', '/activities', live, studio, '/activities/new', await draftForm(page, product), replay])
}

for (const width of [1440, 360]) {
  test(`[FOCUS1] ${width}: at every stop of every page one sees where the focus is`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    await visit(page, async (path) => {
      const { stops, faults } = await faultyRings(page)
      expect(stops, path).toBeGreaterThan(2)
      found.push(...faults.map((fault) => `${path} ${fault}`))
    })
    expect(found).toEqual([])
  })
}

test('[MOTION1] who asks for less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const found: string[] = []
  await visit(page, async (path) => {
    found.push(...(await movingParts(page)).map((part) => `${path} ${part}`))
  })
  await page.goto(`${product.url}/desk`)
  await page.getByRole('button', { name: `${HOST}的账号` }).click()
  await page.getByRole('button', { name: '在所有设备上退出' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  found.push(...(await movingParts(page)))
  expect(found).toEqual([])
})

test('[ZOOM1] very large letters, and a window enlarged four times: nothing goes beyond the edge', async () => {
  // What a browser's settings call very large: 24 px instead of 16.
  const args = ['--no-sandbox', '--disable-gpu', '--blink-settings=defaultFontSize=24']
  const browser = await chromium.launch({ executablePath: findChromium(), args })
  const page = await browser.newPage({ locale: 'zh-CN' })
  const found: string[] = []
  await visit(page, async (path) => {
    for (const width of [1440, 1280, 1024, 720, 320]) {
      await page.setViewportSize({ width, height: 720 })
      const surplus = await surplusPx(page)
      if (surplus > 0) found.push(`${path} at ${width}: ${surplus} px`)
    }
  })
  await browser.close()
  expect(found).toEqual([])
})
