import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { startNextDev, type NextDev } from '#tests/support/next-dev.ts'

const COMPILE_TIMEOUT_MS = 120_000
const HOLD_MS = 2_000
const UNDO_MS = 10_000
const SECTIONS = [
  'type',
  'colours',
  'spaces',
  'buttons',
  'fields',
  'tabs',
  'marks',
  'people',
  'dialogs',
  'table',
  'progress',
  'more-fields',
  'reading',
  'notices',
] as const
const SCREENS = [
  { theme: 'light', width: 1440 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 1440 },
  { theme: 'dark', width: 360 },
] as const

let server: NextDev

test.beforeAll(async () => {
  test.setTimeout(COMPILE_TIMEOUT_MS)
  server = await startNextDev()
  // The first request compiles the page.
  await fetch(`${server.url}/gallery`)
})
test.afterAll(() => server.close())

type Look = { theme: 'light' | 'dark'; width: number }

/** Opens the gallery as someone who has chosen the theme; collects what the browser complains about. */
async function openGallery(page: Page, { theme, width }: Look): Promise<string[]> {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.setViewportSize({ width, height: 900 })
  await page.context().addCookies([{ name: 'tongke-theme', value: theme, url: server.url }])
  const answer = await page.goto(`${server.url}/gallery`)
  expect(answer?.status()).toBe(200)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  // A press before the page is alive is lost, so it is repeated until a control answers.
  await expect(async () => {
    await page.getByRole('tab', { name: '聊天' }).click()
    await expect(page.getByRole('tab', { name: '聊天' })).toHaveAttribute('aria-selected', 'true', { timeout: 500 })
  }).toPass()
  return complaints
}

for (const look of SCREENS) {
  test(`[LOOK6] ${look.theme} ${look.width}: every section, no sideways scrolling, nothing serious for axe`, async ({
    page,
  }) => {
    const complaints = await openGallery(page, look)
    for (const id of SECTIONS) await expect(page.locator(`section#${id}`)).toBeVisible()
    await expect(page.locator('main > section')).toHaveCount(SECTIONS.length)
    const surplusPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(surplusPx).toBeLessThanOrEqual(0)

    const { violations } = await new AxeBuilder({ page }).exclude('nextjs-portal').analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
    expect(complaints).toEqual([])
  })
}

test('[LOOK7] the contrast table reaches what each pair needs', async ({ page }) => {
  await openGallery(page, { theme: 'light', width: 1440 })
  const pairs = await page.locator('[data-pair]').evaluateAll((rows) =>
    rows.map((row) => ({
      least: Number(row.getAttribute('data-least')),
      ratios: [...row.querySelectorAll('[data-ratio]')].map((cell) => Number(cell.textContent)),
    })),
  )
  expect(pairs.length).toBeGreaterThan(15)
  for (const { least, ratios } of pairs) {
    expect(ratios).toHaveLength(2)
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(least)
  }
})

test('[LOOK8] by keyboard, every stop shows where the focus is', async ({ page }) => {
  await openGallery(page, { theme: 'light', width: 1440 })
  await page.locator('h1').click()
  const unseen: string[] = []
  let stops = 0
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focusedStop)
    if (stop === 'outside') break
    stops += 1
    if (!stop.isSeen) unseen.push(stop.html)
  }
  expect(unseen).toEqual([])
  expect(stops).toBeGreaterThan(40)
})

/** The focused element, and whether it, its drawn box or the box around it has a ring of 2 px. Runs in the page. */
function focusedStop(): 'outside' | { html: string; isSeen: boolean } {
  const focused = document.activeElement
  if (focused === null || focused === document.body || !document.querySelector('main')?.contains(focused))
    return 'outside'
  const hasRing = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2
  }
  const around = [
    focused,
    focused.parentElement,
    focused.parentElement?.parentElement ?? null,
    focused.closest('label'),
    focused.closest('[data-box]'),
  ]
  const near = around.flatMap((element) => (element === null ? [] : [element, ...element.querySelectorAll('*')]))
  return { html: focused.outerHTML.slice(0, 200), isSeen: near.some(hasRing) }
}

test('[LOOK9] holding ends, letting go early does not, and the end can be undone for 10 s', async ({ page }) => {
  await page.clock.install()
  await openGallery(page, { theme: 'dark', width: 1440 })
  const hold = page.locator('#dialogs').getByRole('button', { name: '按住结束' })
  const undo = page.getByRole('button', { name: /^撤销 \d+$/ }).and(page.locator('[role=region] button'))

  await hold.focus()
  await page.keyboard.down('Space')
  await page.clock.runFor(HOLD_MS - 200)
  await page.keyboard.up('Space')
  await page.clock.runFor(HOLD_MS)
  await expect(undo).toHaveCount(0)

  await page.keyboard.down('Space')
  await page.clock.runFor(HOLD_MS + 100)
  await page.keyboard.up('Space')
  await expect(undo).toBeVisible()
  await undo.click()
  await page.clock.runFor(500)
  await expect(page.getByRole('region', { name: /提示/ }).getByText('继续研讨')).toBeVisible()

  await hold.focus()
  await page.keyboard.down('Space')
  await page.clock.runFor(HOLD_MS + 100)
  await page.keyboard.up('Space')
  await expect(undo).toBeVisible()
  await page.clock.runFor(UNDO_MS + 500)
  await expect(undo).toHaveCount(0)
})

test('[LOOK10] what opens over the page takes the focus and gives it back', async ({ page }) => {
  await openGallery(page, { theme: 'light', width: 360 })
  for (const { opener, opened } of [
    { opener: '打开对话框', opened: page.getByRole('alertdialog', { name: '结束全场？' }) },
    { opener: '打开侧页', opened: page.getByRole('dialog', { name: '版本' }) },
    { opener: '菜单', opened: page.getByRole('menu', { name: '菜单' }) },
    { opener: '小页', opened: page.getByRole('dialog', { name: '录制说明' }) },
  ]) {
    const button = page.getByRole('button', { name: opener, exact: true })
    await button.press('Enter')
    await expect(opened).toBeVisible()
    await expect.poll(() => opened.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await expect(opened).toBeHidden()
    await expect(button).toBeFocused()
  }
})

test('[LOOK11] the shell: skip link first, a menu on phones without script, the language in one press', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
  const page = await context.newPage()
  await page.goto(`${server.url}/gallery/shell`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()

  const studios = page.getByRole('link', { name: '工作室' })
  await expect(studios).toBeHidden()
  await page.getByRole('button', { name: '菜单' }).click()
  await expect(studios).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(studios).toBeHidden()

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await context.close()
})
