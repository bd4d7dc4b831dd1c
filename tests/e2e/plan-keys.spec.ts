import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import { startPlanBench, type PlanBench } from '#tests/support/plan/start-plan-bench.ts'

const START_TIMEOUT_MS = 120_000
/** A database and a browser share the machine with whatever else runs there. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

let bench: PlanBench

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  bench = await startPlanBench()
})
test.afterAll(() => bench.close())

const text = (page: Page) => page.getByRole('textbox', { name: '教案' })
const rows = (page: Page) => text(page).locator('tr')
/** The column in which the caret stands, counted from 0; -1 outside a table. */
const column = (page: Page) =>
  page.evaluate(() => {
    const at = getSelection()?.anchorNode
    const cell = (at instanceof Element ? at : at?.parentElement)?.closest('td, th')
    return cell instanceof HTMLTableCellElement ? cell.cellIndex : -1
  })

type Place = { width?: number; view?: 'page' | 'panel' }

async function openInTable(browser: Browser, { width = 1440, view = 'page' }: Place = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'person', value: 'presenter', url: bench.address }])
  const page = await context.newPage()
  await page.goto(`${bench.address}?me=presenter&view=${view}`)
  await text(page).locator('td').first().click()
  await expect.poll(() => column(page)).toBe(0)
  return page
}

test('[KEY3] in a table Tab goes from cell to cell; Escape, then Tab or Shift Tab, leaves the text', async ({
  browser,
}) => {
  const page = await openInTable(browser)
  await page.keyboard.press('Tab')
  await expect.poll(() => column(page)).toBe(1)
  const count = await rows(page).count()

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(text(page)).not.toBeFocused()
  await expect(rows(page)).toHaveCount(count)

  await text(page).locator('td').first().click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await expect(text(page)).not.toBeFocused()
})

test('[KEY3] the way out is written beside the tools and told to screen readers; another key takes Escape back', async ({
  browser,
}) => {
  const page = await openInTable(browser)
  const words = '按 Esc 再按 Tab，离开正文'
  await expect(page.getByRole('toolbar').getByText(words)).toBeVisible()
  await expect(text(page)).toHaveAccessibleDescription(words)
  await page.keyboard.press('Escape')
  await page.keyboard.type('导')
  await page.keyboard.press('Tab')
  await expect.poll(() => column(page)).toBe(1)
  await expect(text(page)).toBeFocused()
})

test('[PLAN27] all tools are in sight, also in a table, on a phone and beside the picture', async ({ browser }) => {
  for (const place of [{ width: 360 }, { width: 1024 }, { width: 1440, view: 'panel' }] satisfies Place[]) {
    const page = await openInTable(browser, place)
    const tools = page.getByRole('toolbar')
    await expect(tools.getByRole('button', { name: '表格', exact: true })).toBeInViewport({ ratio: 1 })
    await expect(tools.getByRole('button', { name: '插入图片' })).toBeInViewport({ ratio: 1 })
    const surplusPx = await tools.evaluate((row) => row.scrollWidth - row.clientWidth)
    expect(surplusPx, JSON.stringify(place)).toBe(0)
    await page.context().close()
  }
})
