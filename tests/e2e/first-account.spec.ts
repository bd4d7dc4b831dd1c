import { expect as playwrightExpect, test, type Page } from '@playwright/test'
import { findFreePorts, MEDIA_PORTS, WEB_PORTS } from '#tests/support/product/free-ports.ts'
import { ServiceProcess, temporaryDataDir } from '#tests/support/service-process.ts'
import { expectSound } from './pages/sound-page.ts'

const TEST_TIMEOUT_MS = 120_000
const OFFICE = { organisation: '某市教育局', name: '夏主任', username: 'xia.office', password: 'eight-or-more' }
const LINK = /https?:\/\/\S+\/setup\?k=[\w-]{43}/

const expect = playwrightExpect.configure({ timeout: 20_000 })

const data = temporaryDataDir()
let ports: { web: number; media: number }
let service: ServiceProcess | undefined

/** An installation in earnest: no demo city, nobody in it. */
async function start(): Promise<{ url: string; output: () => string }> {
  const started = new ServiceProcess({
    dataDir: data.path,
    args: [],
    env: { PORT: String(ports.web), TONGKE_MEDIA_PORT: String(ports.media), TONGKE_MEDIA_WORKERS: '1' },
  })
  service = started
  return { url: await started.ready(), output: () => started.output }
}

/** The notes stand a line or two below the address that `ready` waits for. */
async function printedLink(output: () => string): Promise<string> {
  await expect.poll(output).toContain('按 Ctrl-C 停止')
  return LINK.exec(output())?.[0] ?? 'no link was printed'
}

test.beforeAll(async () => {
  ports = { web: await findFreePorts(WEB_PORTS), media: await findFreePorts(MEDIA_PORTS) }
})
test.afterEach(async () => {
  await service?.end('SIGTERM')
  service = undefined
})
test.afterAll(() => data.remove())

/** As a person does: a list that opens while the page still scrolls to its field shuts again. */
const choose = async (page: Page, field: string, [typed, option]: readonly [string, string]) => {
  const box = page.getByRole('combobox', { name: field })
  await box.click()
  await box.pressSequentially(typed)
  await expect(page.getByRole('option', { name: option })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toBeHidden()
}

test('[SETUP5] from the printed link to a studio whose master has signed in', async ({ page, browser }) => {
  test.setTimeout(TEST_TIMEOUT_MS)
  const { url, output } = await start()
  const link = await printedLink(output)
  expect(link).toMatch(LINK)

  await page.goto(`${url}/no-such-page`)
  const unknown = await page.title()
  for (const address of [`${url}/setup`, `${url}/setup?k=${'x'.repeat(43)}`]) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible()
    expect(await page.title()).toBe(unknown)
  }
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(link)
    await expect(page.getByRole('heading', { name: '首次设置' })).toBeVisible()
    await expectSound(page)
  }

  // By keyboard alone, on a phone's width, with every mistake in it first.
  await expect(page.getByLabel('单位名称')).toBeFocused()
  await page.keyboard.type(OFFICE.organisation)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('夏主任')
  await page.keyboard.press('Tab')
  await page.keyboard.type('short')
  await page.keyboard.press('Enter')
  await expect(page.getByText('请填写姓名，二十字以内。')).toBeVisible()
  await expect(page.getByText('请用小写字母、数字、点和连字符，2 到 30 个。')).toBeVisible()
  await expect(page.getByLabel('姓名')).toBeFocused()
  await expect(page.getByLabel('单位名称')).toHaveValue(OFFICE.organisation)
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('short')
  await expectSound(page)
  await page.keyboard.type(OFFICE.name)
  await page.getByLabel('用户名').fill(OFFICE.username)
  await page.getByLabel('密码', { exact: true }).fill(OFFICE.password)
  await page.getByLabel('再输一次密码').fill('something-else')
  await page.keyboard.press('Enter')
  await expect(page.getByText('两次输入的密码不一样。')).toBeVisible()
  await page.getByLabel('再输一次密码').fill(OFFICE.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/office`)
  await expect(page.getByRole('heading', { level: 1, name: '人员与工作室' })).toBeVisible()
  await expectSound(page)
  expect((await page.request.get(link)).status()).toBe(404)

  await page.setViewportSize({ width: 1440, height: 900 })
  const part = (title: string) => page.locator('section', { has: page.getByRole('heading', { level: 2, name: title }) })
  await part('单位').getByLabel('单位名称').fill('某市实验中学')
  await part('单位').getByRole('button', { name: '添单位' }).click()
  await expect(page.getByText('已经添上某市实验中学。')).toBeVisible()
  await part('人员').getByLabel('姓名').fill('李老师')
  await part('人员').getByRole('button', { name: '添人' }).click()
  await expect(part('人员').getByText('请选所在单位。')).toBeVisible()
  await expect(part('人员').getByLabel('姓名')).toHaveValue('李老师')
  await part('人员').getByLabel('用户名').fill('li.teacher')
  await choose(page, '所在单位', ['某市实验', '某市实验中学'])
  await part('人员').getByRole('button', { name: '添人' }).click()
  const passwordLink = await part('人员').getByLabel('设置密码的链接').inputValue()
  await expectSound(page)
  await part('工作室').getByLabel('工作室名称').fill('李老师名师工作室')
  await part('工作室').getByLabel('学科或学段').fill('初中语文')
  await choose(page, '所在学校', ['某市实验', '某市实验中学'])
  // A search that failed has found out nothing about who is there.
  await page.route('**/api/rpc/people.search', (route) => route.abort(), { times: 1 })
  await page.getByRole('combobox', { name: '主持人' }).fill('李')
  await expect(page.getByRole('option')).toHaveText('没有找成，请检查网络后再输入。')
  await page.getByRole('combobox', { name: '主持人' }).clear()
  await choose(page, '主持人', ['李老', '李老师'])
  await expect(part('工作室').getByText('已选李老师（某市实验中学）。')).toBeVisible()
  await part('工作室').getByRole('button', { name: '开工作室' }).click()
  await page.getByRole('link', { name: '李老师名师工作室已经开通，去看看' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '李老师名师工作室' })).toBeVisible()

  const phone = await browser.newContext({ viewport: { width: 360, height: 780 } })
  const other = await phone.newPage()
  await other.goto(passwordLink)
  await expect(other.getByText('李老师，您好。您的用户名是 li.teacher。')).toBeVisible()
  await expectSound(other)
  await other.getByLabel('密码', { exact: true }).fill('chosen by myself')
  await other.getByLabel('再输一次密码').fill('chosen by myself')
  await other.keyboard.press('Enter')
  await other.waitForURL(`${url}/desk`)
  await other.goto(`${url}/activities/new`)
  await expect(other.getByText('李老师名师工作室')).toBeVisible()
  expect((await other.goto(`${url}/office`))?.status()).toBe(404)
  expect((await other.goto(passwordLink))?.status()).toBe(404)
  await expect(other.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible()
  await expectSound(other)
  await phone.close()
})
