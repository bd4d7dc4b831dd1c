import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import ICAL from 'ical.js'
import sharp from 'sharp'
import { INTRODUCTION } from '#tests/support/application/full-form.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { xlsxList } from '#tests/support/import/make-list.ts'
import { Product } from '#tests/support/product.ts'
import { choose, find, typeParts } from './pages/choose.ts'

const START_TIMEOUT_MS = 240_000
const ACTION_TIMEOUT_MS = 20_000
const YEAR_TIMEOUT_MS = 240_000
const expect = playwrightExpect.configure({ timeout: 20_000 })

const STUDIO = '李昊名师工作室'
const PASSWORD = 'chosen by myself'
/** What the plan wants of the year: a kind each, and the title of the activity that it becomes. */
const ITEMS = [
  { kind: '课例研讨', title: '《春》：同课再上' },
  { kind: '名师导教', title: '新教师的第一堂语文课' },
  { kind: '在线研讨', title: '作业怎样少而精' },
] as const

let product: Product

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.afterEach(() => product.attachLogOnFailure(test.info()))
test.afterAll(() => product.stop())

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext()
  context.setDefaultTimeout(ACTION_TIMEOUT_MS)
  await signInByRequest(context, { product, name })
  return context.newPage()
}

/** The office writes a list of people; who was new to the city chooses a password by the link on a slip. */
async function importTeacher(browser: Browser, office: Page): Promise<Page> {
  const list = await xlsxList([['李明', 'li.ming', '张店区第九中学', '张店区', '初中', '数学', '', '']])
  await office.goto(`${product.url}/office/import`)
  await office
    .locator('input[type=file]')
    .setInputFiles({ name: '新教师.xlsx', mimeType: 'application/octet-stream', buffer: list })
  await office.getByRole('button', { name: '核对' }).click()
  await office.getByRole('button', { name: '写入 1 人' }).click()
  await expect(office.getByText('新添 1 人、1 个单位，改动 0 人。')).toBeVisible()
  await office.getByRole('link', { name: '打印设置密码的纸条' }).click()
  await office.getByRole('button', { name: '做出链接' }).click()
  const slip = office.getByRole('listitem').filter({ hasText: 'li.ming' })
  const link = /https?:\S+\/password\?k=[\w-]+/.exec(await slip.innerText())?.[0] ?? 'no link'
  const context = await browser.newContext()
  context.setDefaultTimeout(ACTION_TIMEOUT_MS)
  const teacher = await context.newPage()
  await teacher.goto(link)
  await teacher.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await teacher.getByLabel('再输一次密码').fill(PASSWORD)
  await teacher.keyboard.press('Enter')
  await teacher.waitForURL(`${product.url}/desk`)
  return teacher
}

async function apply(master: Page): Promise<void> {
  await master.goto(`${product.url}/studios/apply`)
  await master.getByRole('radio', { name: '名师', exact: true }).click({ force: true })
  await master.getByRole('radio', { name: '市', exact: true }).click({ force: true })
  await master.getByLabel('工作室名称').fill(STUDIO)
  await master.getByLabel('学科').fill('初中语文')
  await find(master, '所在学校', { words: '黄河口', option: /黄河口中学/ })
  await master.getByLabel('个人简介').fill(INTRODUCTION)
  await master.getByRole('radio', { name: '女' }).click({ force: true })
  await master.getByLabel('出生年月').fill('1985-09')
  await master.getByLabel('学历').fill('本科')
  await master.getByLabel('职称').fill('高级教师')
  await master.getByLabel('职务').fill('教研组长')
  await master.getByRole('textbox', { name: '教龄' }).fill('18')
  await master.getByLabel('联系电话').fill('13805330000')
  const portrait = await sharp({ create: { width: 900, height: 1260, channels: 3, background: '#b9c4cf' } })
    .png()
    .toBuffer()
  await master.locator('input[type=file]').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: portrait })
  await master.getByRole('button', { name: '用这张' }).click()
  await expect(master.getByRole('button', { name: '换一张' })).toBeVisible()
  await master.getByRole('button', { name: '提交申请' }).click()
  await expect(master.getByText('已经提交，正在等区县初审。')).toBeVisible()
}

/** One in the list, opened, and let through. */
async function review(page: Page, { confirm }: { confirm: string }): Promise<void> {
  await page.goto(`${product.url}/office/applications`)
  await page.getByRole('checkbox', { name: `选择${STUDIO}` }).click({ force: true })
  await page.getByRole('button', { name: '通过 1 件' }).click()
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: confirm }).click()
  await expect(page.getByText('办好了 1 件。')).toBeVisible()
}

async function joinGroup(
  { master, teacher, office }: Record<'master' | 'teacher' | 'office', Page>,
  studioUrl: string,
) {
  await master.goto(`${studioUrl}/group`)
  await find(master, '提名谁', { words: '李明', option: /李明/ })
  await master.getByLabel('理由').fill('课堂提问很有研究，愿意上研究课。')
  await master.getByRole('button', { name: '提名', exact: true }).click()
  await expect(master.getByText('等本人答复')).toBeVisible()
  await teacher.goto(`${product.url}/desk`)
  await teacher.getByRole('button', { name: '同意加入' }).click()
  await expect(teacher.getByRole('button', { name: '同意加入' })).toHaveCount(0)
  await office.goto(`${product.url}/office/members`)
  await office.getByRole('checkbox', { name: '选李明' }).click({ force: true })
  await office.getByRole('button', { name: '确认入组' }).click()
  await expect(office.getByText('选李明')).toHaveCount(0)
}

async function planTheYear(
  { master, teacher, office }: Record<'master' | 'teacher' | 'office', Page>,
  studioUrl: string,
) {
  await master.goto(`${studioUrl}/plan`)
  await master.getByRole('button', { name: '开始写' }).click()
  await master.getByLabel('这一年要做成什么').fill('把《春》磨成一节全市能用的课。')
  for (const { kind, title } of ITEMS) {
    await master.getByRole('button', { name: '加一场活动' }).first().click()
    const sheet = master.getByRole('dialog')
    await sheet.getByLabel('名称').fill(title)
    await choose(master, '类型', { option: kind, within: sheet })
    await choose(master, '月份', { option: '十二月', within: sheet })
    await sheet.getByRole('button', { name: '保存' }).click()
    await expect(sheet).toHaveCount(0)
    await expect(master.getByText(title)).toBeVisible()
  }
  await master.getByRole('button', { name: `给“${ITEMS[0].title}”加一项任务` }).click()
  await master.getByRole('dialog').getByLabel('做什么').fill('上研究课')
  await master.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await teacher.goto(`${studioUrl}/plan`)
  await teacher.getByRole('button', { name: '我来做：上研究课' }).click()
  await expect(teacher.getByRole('button', { name: '退还' })).toBeVisible()
  await master.reload()
  await master.getByRole('button', { name: '提交市办备案' }).click()
  await expect(master.getByText('已提交，等市办备案')).toBeVisible()
  await office.goto(`${studioUrl}/plan`)
  await office.getByRole('button', { name: '同意备案' }).click()
  await expect(office.getByText('已备案').first()).toBeVisible()
}

/** From the plan's item to a published activity that takes registrations. Resolves with its address. */
async function announce(
  master: Page,
  { title, at }: { title: string; at: string },
  studioUrl: string,
): Promise<string> {
  await master.goto(`${studioUrl}/plan`)
  await master.getByRole('link', { name: `发起这场活动：${title}` }).click()
  await expect(master.getByLabel('名称')).toHaveValue(title)
  const day = new Date(Date.now() + 3 * 86_400_000)
  const digits = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(day).replaceAll('-', '')
  await typeParts(master, '日期', digits)
  await typeParts(master, '开始', at)
  await typeParts(master, '结束', `${Number(at.slice(0, 2)) + 1}${at.slice(2)}`)
  await master.getByRole('radio', { name: /报名即可/ }).click({ force: true })
  await master.getByRole('button', { name: '发布', exact: true }).click()
  await master.waitForURL(/\/activities\/[0-9a-f-]{36}$/)
  return master.url()
}

test('[YEAR1] a studio is applied for, opened, filled, planned, and its activities found by the city', async ({
  browser,
}) => {
  test.setTimeout(YEAR_TIMEOUT_MS)
  const office = await pageOf(browser, '耿凤鸣')
  const master = await pageOf(browser, '李昊')
  const teacher = await importTeacher(browser, office)

  await apply(master)
  await review(await pageOf(browser, '左秀芬'), { confirm: '通过' })
  await review(office, { confirm: '开通' })
  await master.reload()
  await master.getByRole('link', { name: '去工作室主页' }).click()
  await master.waitForURL(/\/studios\/[0-9a-f-]{36}$/)
  const studioUrl = master.url()

  await joinGroup({ master, teacher, office }, studioUrl)
  await planTheYear({ master, teacher, office }, studioUrl)
  const addresses: string[] = []
  for (const [index, { title }] of ITEMS.entries())
    addresses.push(await announce(master, { title, at: `${9 + 2 * index}`.padStart(2, '0') + '00' }, studioUrl))

  // A teacher of another district finds it by two characters, and is in with one press.
  const visitor = await pageOf(browser, '苗雨')
  await visitor.goto(`${product.url}/search?q=同课再上`)
  await visitor
    .getByRole('link', { name: new RegExp(ITEMS[0].title) })
    .first()
    .click()
  await visitor.getByRole('button', { name: '报名', exact: true }).click()
  await expect(visitor.getByText('您已报名。')).toBeVisible()

  // Another program reads the city's calendar.
  const feed = await visitor.context().request.get(`${product.url}/calendars/city.ics`)
  const events = new ICAL.Component(ICAL.parse(await feed.text()) as unknown[]).getAllSubcomponents('vevent')
  const summaries = events.map((event) => new ICAL.Event(event).summary)
  for (const { title } of ITEMS) expect(summaries.some((summary) => summary.includes(title))).toBe(true)
  expect(addresses).toHaveLength(3)
})
