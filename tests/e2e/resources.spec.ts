import { expect as playwrightExpect, test } from '@playwright/test'
import { pdfFile } from '#tests/support/resource/sample-files.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'
import { expectSound } from './pages/sound-page.ts'

const START_TIMEOUT_MS = 240_000
const expect = playwrightExpect.configure({ timeout: 20_000 })

/** Three pieces of what the browser sends at once. */
const FILE_BYTES = 20 * 1024 * 1024

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

test('[RES17] files go up over a broken connection, are described, published, seen and taken along by another teacher', async ({
  browser,
  page,
}) => {
  await signInByRequest(page.context(), { product, name: '翟雅琴' })
  await page.goto(`${product.url}/resources`)
  // Of the demo city: its pictures are made once the service has begun.
  await expect(page.getByRole('link', { name: /《背影》第二课时教学设计/ })).toBeVisible()
  await page.getByRole('link', { name: '上传资源' }).click()

  // The line breaks once the first piece has arrived, and comes back once the page has said so.
  const offsets: number[] = []
  page.on('response', (response) => {
    if (response.request().method() === 'HEAD') offsets.push(Number(response.headers()['upload-offset'] ?? 0))
  })
  let pieces = 0
  page.on('request', (request) => {
    if (request.method() !== 'PATCH') return
    pieces += 1
    if (pieces === 2) void page.context().setOffline(true)
  })
  const plan = Buffer.concat([pdfFile({ pages: 4, mark: 'plan' }), Buffer.alloc(FILE_BYTES, 'x')])
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
  const input = page.locator('input[type=file]')
  const row = page.getByRole('listitem').filter({ hasText: '乡愁教学设计.pdf' })
  await input.setInputFiles([file('乡愁教学设计.pdf', plan)])
  await expect(row.getByText(/网断了，停在 \d+%/)).toBeVisible()
  await input.setInputFiles([file('网页.pdf', Buffer.from('<script>alert(1)</script>'))])
  await page.context().setOffline(false)
  await expect(row.getByText('已收下，是草稿')).toBeVisible()
  expect(Math.max(...offsets)).toBeGreaterThan(0)
  await expect(page.getByRole('listitem').filter({ hasText: '网页.pdf' })).toContainText('不收网页')
  await expectSound(page)

  const address = await row.getByRole('link', { name: '写说明' }).getAttribute('href')
  await page.goto(`${product.url}${address ?? ''}`)
  await page.getByLabel('标题').fill('')
  await page.getByLabel('学科').fill('语文')
  await page.getByRole('button', { name: '存下' }).click()
  await expect(page.getByText('请写标题，不超过 60 字。')).toBeVisible()
  // What was typed outlives the page.
  await page.reload()
  await expect(page.getByLabel('学科')).toHaveValue('语文')
  await page.getByLabel('标题').fill('《乡愁》教学设计')
  await page.getByRole('radio', { name: '教学设计' }).check({ force: true })
  await expectSound(page)
  await page.getByRole('button', { name: '存下' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '《乡愁》教学设计' })).toBeVisible()
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await expect(page.getByRole('button', { name: '下架' })).toBeVisible()

  const context = await browser.newContext()
  await signInByRequest(context, { product, name: '周雨桐' })
  const teacher = await context.newPage()
  await teacher.goto(`${product.url}/resources?q=xiangchou`)
  await teacher.getByRole('link', { name: /《乡愁》教学设计/ }).click()
  // pdf.js has drawn it, and the page was looked at for long enough to be seen.
  await expect(teacher.getByRole('img', { name: '第 1 页，共 4 页' })).toBeVisible()
  const noted = teacher.waitForResponse(/resource\.note-view/)
  await expectSound(teacher)
  const [download] = await Promise.all([
    teacher.waitForEvent('download'),
    teacher.getByRole('link', { name: /^下载/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('乡愁教学设计.pdf')
  await noted
  await expect
    .poll(async () => {
      await page.reload()
      return await page.getByText(/人看过，平均看了/).innerText()
    })
    .toMatch(/^1 人看过，平均看了 \d+%·1 次下载$/)
  await context.close()
})
