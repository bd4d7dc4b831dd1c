import { mkdirSync, readdirSync } from 'node:fs'
import { expect as playwrightExpect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'
import { readGuide, type GuideStep } from './guides/read-guide.ts'
import { expectSound } from './pages/sound-page.ts'
import { firstHref } from './pages/walk.ts'

const GUIDES = new URL('../../docs/guides/', import.meta.url)
/** `npm run guides:pictures` sets it; otherwise the pictures are only looked at. */
const KEEP_PICTURES = process.env['TONGKE_GUIDE_PICTURES'] === 'keep'
const START_TIMEOUT_MS = 240_000
const PICTURE_WIDTH_PX = 1280

/** The browser, the server and a database share two processors. */
const expect = playwrightExpect.configure({ timeout: 20_000 })

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

/** Ids differ from city to city: a guide writes `{live}` and `{studio}`. */
async function addressesOf(page: Page): Promise<(path: string) => string> {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
  const ids: Record<string, string> = {
    live: live.slice('/activities/'.length),
    studio: studio.slice('/studios/'.length),
  }
  return (path) =>
    product.url +
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const id = ids[name]
      if (id === undefined) throw new Error(`No guide may write {${name}}.`)
      return id
    })
}

async function keepPicture(page: Page, { picture }: GuideStep): Promise<void> {
  const file = new URL(picture, GUIDES)
  mkdirSync(new URL('.', file), { recursive: true })
  await sharp(await page.screenshot())
    .resize({ width: PICTURE_WIDTH_PX })
    .webp({ quality: 82 })
    .toFile(file.pathname)
}

for (const name of readdirSync(GUIDES).filter((each) => each.endsWith('.md') && each !== 'README.md')) {
  const guide = readGuide(new URL(name, GUIDES))

  test(`[GUIDE1] ${name}: what it writes in bold stands on the page that it shows, in Chinese and wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const addressOf = await addressesOf(page)
    if (guide.person !== null) await signInByRequest(page.context(), { product, name: guide.person })
    for (const step of guide.steps) {
      await page.goto(addressOf(step.path))
      await expect(page.locator('h1'), `${name}:${step.line}`).toHaveCount(1)
      for (const words of step.words) {
        await expect(
          page.getByText(words).filter({ visible: true }).first(),
          `${name}:${step.line} ${words}`,
        ).toBeVisible()
      }
      await expectSound(page)
      if (KEEP_PICTURES) await keepPicture(page, step)
    }
  })

  test(`[GUIDE2] ${name}: its pages are sound in English, dark and on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 })
    const addressOf = await addressesOf(page)
    await page.context().addCookies([
      { name: 'tongke-theme', value: 'dark', url: product.url },
      { name: 'tongke-locale', value: 'en', url: product.url },
    ])
    if (guide.person !== null) await signInByRequest(page.context(), { product, name: guide.person })
    for (const { path, line } of guide.steps) {
      await page.goto(addressOf(path))
      await expect(page.locator('h1'), `${name}:${line}`).toHaveCount(1)
      await expectSound(page)
    }
  })
}
