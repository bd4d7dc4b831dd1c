import { readFile } from 'node:fs/promises'
import { expect as playwrightExpect, test } from '@playwright/test'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { csvList, xlsxList } from '#tests/support/import/make-list.ts'
import { Product } from '#tests/support/product.ts'
import { expectSound } from './pages/sound-page.ts'

const START_TIMEOUT_MS = 240_000
const expect = playwrightExpect.configure({ timeout: 20_000 })

const PEOPLE = [
  ['李明', 'li.ming', '张店区第九中学', '张店区', '初中', '语文', '班主任', ''],
  ['王芳', 'wang.fang', '张店区第九中学', '张店区', '高中', '数学', '', '学校主管干部'],
  ['周雨桐', 'zhouyutong', '桓台县第三初级中学', '', '高中', '', '', ''],
]
const FAULTY = ['=错', '错', '新校', '南区', '大学', '', '', '局长']

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

test('[IMP19] from the template to a password of one’s own, and back', async ({ page, browser }) => {
  await signInByRequest(page.context(), { product, name: '耿凤鸣' })
  await page.goto(`${product.url}/office`)
  await page.getByRole('link', { name: '从表格导入' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '从表格导入人员' })).toBeVisible()
  await expect(page.getByText('还没有导入过')).toBeVisible()
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Excel 模板' }).click(),
  ])
  expect(template.suggestedFilename()).toBe('人员模板.xlsx')
  const check = page.getByRole('button', { name: '核对' })
  await check.click()
  await expect(page.getByText('请先选一个文件。')).toBeVisible()

  // What is wrong with a file is said, and the file stays chosen: the template itself has nobody in it.
  await page.locator('input[type=file]').setInputFiles(await template.path())
  await check.click()
  await expect(page.getByText('这张表只有表头，没有人。')).toBeVisible()
  await expectSound(page)

  const choose = async (name: string, buffer: Buffer) => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await expect(page.getByText(name)).toBeVisible()
    await check.click()
  }
  await choose('名单.xlsx', await xlsxList([...PEOPLE, FAULTY]))
  await expect(page.getByRole('heading', { level: 1, name: '名单.xlsx' })).toBeVisible()
  await expect(page.getByText('没有这个学段。请写：学前、小学、初中、高中、中职。')).toBeVisible()
  const write = page.getByRole('button', { name: '写入 3 人' })
  await expect(write).toBeDisabled()
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expectSound(page)
  }
  const [faults] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载要改的行' }).click(),
  ])
  expect(await readFile(await faults.path(), 'utf8')).toContain("5,'=错,错,学段,大学,")

  // By keyboard alone.
  await page.getByRole('checkbox', { name: '略过要改的 1 行' }).focus()
  await page.keyboard.press('Space')
  await expect(write).toBeEnabled()
  await write.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('新添 2 人、1 个单位，改动 1 人。')).toBeVisible()
  await expectSound(page)

  await page.getByRole('link', { name: '打印设置密码的纸条' }).click()
  await page.getByRole('button', { name: '做出链接' }).click()
  await expect(page.getByText('张店区第九中学，2 张')).toBeVisible()
  const slip = page.getByRole('listitem').filter({ hasText: 'li.ming' })
  await expect(slip.getByRole('img', { name: '李明设置密码的二维码' })).toBeVisible()
  const link = /https?:\S+\/password\?k=[\w-]+/.exec(await slip.innerText())?.[0] ?? 'no link'
  await expectSound(page)
  await page.getByRole('link', { name: '名单.xlsx' }).click()

  // The same once more has nothing to write.
  await page.getByRole('link', { name: '从表格导入人员' }).click()
  await expect(page.getByText('已写入')).toBeVisible()
  await choose('再来一次.csv', csvList(PEOPLE))
  await expect(page.getByText('没有要写入的：表里的人都在，而且没有变化。')).toBeVisible()

  // Somebody has used their account: the whole stays. Their link works once.
  const own = await browser.newContext()
  const teacher = await own.newPage()
  await teacher.goto(link)
  await teacher.getByLabel('密码', { exact: true }).fill('chosen by myself')
  await teacher.getByLabel('再输一次密码').fill('chosen by myself')
  await teacher.keyboard.press('Enter')
  await teacher.waitForURL(`${product.url}/desk`)
  await own.close()
  await page.getByRole('link', { name: '从表格导入人员' }).click()
  await page.getByRole('link', { name: '名单.xlsx' }).click()
  const takeBack = async () => {
    await page.getByRole('button', { name: '撤回本批' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '撤回本批' }).click()
  }
  await takeBack()
  await expect(page.getByText('没有撤回：这一批里有 1 个人或单位已经在用。')).toBeVisible()
  await expect(page.getByText('已经设过密码')).toBeVisible()
  await expectSound(page)

  await page.goto(`${product.url}/office/import`)
  await choose('再添一人.csv', csvList([['赵强', 'zhao.qiang', '市直中学', '', '', '', '', '']]))
  await page.getByRole('button', { name: '写入 1 人' }).click()
  await expect(page.getByText('新添 1 人、1 个单位，改动 0 人。')).toBeVisible()
  await takeBack()
  await expect(page.getByText('这一批添上的人和单位已经删去，改动的已经改回来。')).toBeVisible()
})

test('[IMP19] the pages are the office’s alone', async ({ page }) => {
  expect((await page.goto(`${product.url}/office/import`))?.url()).toContain('/sign-in?next=%2Foffice%2Fimport')
  await signInByRequest(page.context(), { product, name: '周雨桐' })
  for (const path of ['/office/import', '/office/import/nothing', '/office/import/nothing/slips']) {
    expect((await page.goto(`${product.url}${path}`))?.status()).toBe(404)
  }
})
