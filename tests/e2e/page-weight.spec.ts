import { expect as playwrightExpect, test, type Page } from '@playwright/test'
import { followLoading } from '#tests/support/browser/follow-loading.ts'
import { Product } from '#tests/support/product.ts'
import { firstHref } from './pages/walk.ts'

/** What a page's script weighs as it comes, compressed, until the page rests and before anybody presses anything. */

const START_TIMEOUT_MS = 240_000
/** React and Next alone are most of it (bench `pages`). */
const PUBLIC_SCRIPT_BYTES = 130_000
const ROOM_SCRIPT_BYTES = 250_000
/** Nothing has been asked for and nothing has come for so long. */
const REST_MS = 2_000

const expect = playwrightExpect.configure({ timeout: 20_000 })

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

async function scriptBytesOf(page: Page, { path }: { path: string }): Promise<number> {
  await page.goto('about:blank')
  const session = await page.context().newCDPSession(page)
  const loading = await followLoading(session)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(`${product.url}${path}`)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect.poll(() => loading.quietMs()).toBeGreaterThan(REST_MS)
  await session.detach()
  return loading.scriptBytes()
}

test('[PAGE8] a public page costs no more script than it may', async ({ page }) => {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
  for (const path of ['/', '/activities', live, '/studios', studio, '/resources', '/sign-in']) {
    const scriptBytes = await scriptBytesOf(page, { path })
    expect(scriptBytes, path).toBeGreaterThan(0)
    expect(scriptBytes, path).toBeLessThanOrEqual(PUBLIC_SCRIPT_BYTES)
  }
})

test('[PAGE19] the room costs no more script than it may before anybody joins, with what it fetches ahead', async ({
  page,
}) => {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  const scriptBytes = await scriptBytesOf(page, { path: live.replace('/activities/', '/seminar/') })
  expect(scriptBytes).toBeGreaterThan(PUBLIC_SCRIPT_BYTES)
  expect(scriptBytes).toBeLessThanOrEqual(ROOM_SCRIPT_BYTES)
})
