import { mkdirSync, readdirSync } from 'node:fs'
import { expect as playwrightExpect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'
import { readGuide, type Guide, type GuideStep } from './guides/read-guide.ts'
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

/** Ids differ from city to city: a guide writes `{live}`, `{studio}`, and `{ownStudio}` for the one on the person's desk. */
async function idsOf(page: Page, { person }: Guide): Promise<Record<string, string>> {
  const live = await firstHref(page, product, { on: '/', beginning: '/activities/' })
  const studio = await firstHref(page, product, { on: '/studios', beginning: '/studios/' })
  const ids = { live: live.slice('/activities/'.length), studio: studio.slice('/studios/'.length) }
  if (person === null) return ids
  await signInByRequest(page.context(), { product, name: person })
  await page.goto(`${product.url}/desk`)
  // Beside the desk, which a phone does not show.
  const own = page.locator('a[href^="/studios/"]', { hasText: `${person}名师工作室` }).first()
  if ((await own.count()) === 0) return ids
  return { ...ids, ownStudio: ((await own.getAttribute('href')) ?? '').slice('/studios/'.length) }
}

async function openStep(page: Page, { path, line }: GuideStep, ids: Record<string, string>): Promise<void> {
  const written = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`Line ${line}: there is no {${name}} here.`)
    return id
  })
  const answer = await page.goto(`${product.url}${written}`)
  expect(answer?.status(), `line ${line}: ${written}`).toBe(200)
  await expect(page.locator('h1'), `line ${line}: ${written}`).toHaveCount(1)
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
    const ids = await idsOf(page, guide)
    for (const step of guide.steps) {
      await openStep(page, step, ids)
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
    const ids = await idsOf(page, guide)
    await page.context().addCookies([
      { name: 'tongke-theme', value: 'dark', url: product.url },
      { name: 'tongke-locale', value: 'en', url: product.url },
    ])
    for (const step of guide.steps) {
      await openStep(page, step, ids)
      await expectSound(page)
    }
  })
}
