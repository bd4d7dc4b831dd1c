import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { Crowd } from '#tests/support/crowd/crowd.ts'
import { publishSeminar } from '#tests/support/crowd/publish-seminar.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { tabTo } from '#tests/support/browser/tab-to.ts'
import { Product } from '#tests/support/product.ts'

const START_TIMEOUT_MS = 180_000
const HOST = '翟雅琴'
const PRESENTER = '荆文涛'
const ASKING = ['马骏', '周雨桐', '田甜']
/** Each says as much as one may in ten seconds; together it is more than the newest fifty, which one is given on entering. */
const EARLIER_SPEAKERS = ['马骏', '田甜', '崔志远', PRESENTER]
const EARLIER_EACH = 15

/** Browsers, a media worker and a database share two processors. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

let product: Product
let crowd: Crowd
let browser: Browser
let path: string

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.beforeEach(async () => {
  const door = await product.signIn(HOST)
  const activityId = await publishSeminar(door, { title: '《背影》主持', presenters: [PRESENTER] })
  path = `/seminar/${activityId}`
  browser = await launchCamera()
  crowd = await Crowd.open({ product, activityId })
})
test.afterEach(async () => {
  await Promise.all([browser.close(), crowd.close()])
  await product.attachLogOnFailure(test.info())
})
test.afterAll(() => product.stop())

async function toLobby(name: string, { hasTouch = false, width = 1280, height = 800 } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height }, hasTouch })
  const page = await context.newPage()
  await signInByRequest(context, { product, name: name })
  await page.goto(`${product.url}${path}`)
  return page
}

async function comeIn(name: string, device = {}): Promise<Page> {
  const page = await toLobby(name, device)
  await page.getByText('我知道这场研讨会录制').click()
  await page.getByRole('button', { name: '进入研讨室' }).click()
  await expect(stage(page)).toBeVisible()
  return page
}

const stage = (page: Page) => page.getByRole('main', { name: '台上' })
const hands = (page: Page) => page.getByRole('region', { name: '举手' })
const queue = (page: Page) => page.getByRole('grid', { name: '举手' })
const order = (page: Page) =>
  queue(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
const control = (page: Page, name: string) =>
  page.getByLabel('操作', { exact: true }).getByRole('button', { name, exact: true })
const said = (page: Page) => page.locator('[data-said]')
const log = (page: Page) => page.getByRole('log', { name: '聊天记录' })

async function raiseHands(): Promise<void> {
  await crowd.enter(ASKING)
  for (const name of ASKING) await crowd.ask(name, 'hand.raise', {})
}

test('[HAND2] the host reorders hands by keyboard and by mouse; the place is announced, the focus stays with the row', async () => {
  const host = await comeIn(HOST)
  await raiseHands()
  await expect.poll(() => order(host)).toEqual(['马骏', '周雨桐', '田甜'])

  const handle = host.getByRole('button', { name: '调整田甜的次序' })
  await handle.focus()
  await expect(handle).toBeFocused()
  await host.keyboard.press('Enter')
  await expect(host.getByRole('button', { name: '插入到 田甜 之后' })).toBeFocused()
  await host.keyboard.press('ArrowUp')
  await host.keyboard.press('ArrowUp')
  await expect(host.getByRole('button', { name: '插入到 马骏 和 周雨桐 之间' })).toBeFocused()
  await host.keyboard.press('Enter')
  await expect.poll(() => order(host)).toEqual(['马骏', '田甜', '周雨桐'])
  await expect(said(host)).toHaveText('田甜排到第 2 位。')
  await expect(handle).toBeFocused()

  await queue(host)
    .getByRole('row', { name: '周雨桐' })
    .dragTo(queue(host).getByRole('row', { name: '马骏' }), {
      targetPosition: { x: 120, y: 3 },
    })
  await expect.poll(() => order(host)).toEqual(['周雨桐', '马骏', '田甜'])
})

test('[HAND3] on a phone a press moves a hand up; with the last hand the focus goes to the panel', async () => {
  const phone = await comeIn(HOST, { hasTouch: true, width: 360, height: 780 })
  await raiseHands()
  await phone.getByRole('button', { name: /^举手 3/ }).tap()
  await phone.getByRole('button', { name: '把田甜往前移一位' }).tap()
  await expect.poll(() => order(phone)).toEqual(['马骏', '田甜', '周雨桐'])
  await phone.getByRole('dialog').getByRole('button', { name: '关闭' }).tap()
  await expect(phone.getByRole('dialog')).toHaveCount(0)
  await phone.setViewportSize({ width: 1280, height: 800 })
  for (const name of ['马骏', '田甜', '周雨桐']) {
    const lower = phone.getByRole('button', { name: `放下${name}的手` })
    await lower.focus()
    await phone.keyboard.press('Enter')
    await expect(lower).toHaveCount(0)
  }
  await expect(hands(phone)).toHaveCount(0)
  await expect(phone.getByRole('tab', { selected: true })).toBeFocused()
})

test('[ROLE2] the host hands over from the list of people, and only the new one conducts', async () => {
  await crowd.enter([PRESENTER])
  const teacher = await comeIn('周雨桐')
  const host = await comeIn(HOST)
  await host.getByRole('tab', { name: '人员' }).click()
  await host.getByRole('button', { name: '对周雨桐的操作' }).last().click()
  await host.getByRole('menuitem', { name: '移交主持' }).click()
  await host.getByRole('alertdialog').getByRole('button', { name: '移交主持' }).click()
  await expect(host.getByText('您现在的身份是主讲。')).toBeVisible()
  await expect(teacher.getByText('您现在的身份是主持人。')).toBeVisible()
  await expect(control(teacher, '录制')).toBeVisible()
  await expect(control(host, '录制')).toHaveCount(0)
  await expect(host.getByRole('button', { name: '结束全场' })).toHaveCount(0)
  await expect(teacher.getByRole('button', { name: '结束全场' })).toBeVisible()
})

test('[CHAT4] who comes late reads what was said before, replies, and deletes; the host deletes anybody’s', async () => {
  await crowd.enter(EARLIER_SPEAKERS)
  for (const [turn, name] of EARLIER_SPEAKERS.entries()) {
    const texts = Array.from({ length: EARLIER_EACH }, (_, index) => `第 ${turn * EARLIER_EACH + index + 1} 句`)
    await crowd.say(name, texts)
  }
  const teacher = await comeIn('周雨桐')
  const host = await comeIn(HOST)
  for (const page of [teacher, host]) await page.getByRole('tab', { name: /^聊天/ }).click()
  await expect(log(teacher).getByText('第 60 句', { exact: true })).toBeVisible()
  await expect(log(teacher).getByText('第 1 句', { exact: true })).toHaveCount(0)
  await log(teacher).hover()
  await log(teacher).evaluate((element) => (element.scrollTop = 0))
  await expect(log(teacher).getByText('第 1 句', { exact: true })).toBeAttached()
  await expect(log(teacher).getByRole('button', { name: '看更早的' })).toHaveCount(0)

  const message = (page: Page, text: string) => log(page).getByRole('listitem').filter({ hasText: text }).last()
  await message(teacher, '第 60 句').hover()
  await message(teacher, '第 60 句').getByRole('button', { name: '回复' }).click()
  const field = teacher.getByRole('textbox', { name: '说一句' })
  await expect(field).toBeFocused()
  await field.fill('我也这么想')
  await field.press('Enter')
  await expect(message(host, '我也这么想')).toContainText(`回复${PRESENTER}：第 60 句`)

  await message(host, '第 59 句').hover()
  await message(host, '第 59 句').getByRole('button', { name: '删除' }).click()
  await expect(log(teacher).getByText('这条已删除')).toBeAttached()
  await message(teacher, '我也这么想').hover()
  await message(teacher, '我也这么想').getByRole('button', { name: '删除' }).click()
  await expect(log(host).getByText('我也这么想')).toHaveCount(0)
  await expect(message(teacher, '第 58 句').getByRole('button', { name: '删除' })).toHaveCount(0)
})

test('[KEY2] a whole visit by keyboard alone', async () => {
  await crowd.enter([PRESENTER])
  const page = await toLobby(HOST)
  await tabTo(page.getByRole('button', { name: '进入研讨室', exact: true }))
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(stage(page)).toBeFocused()
  await page.keyboard.press('2')

  await tabTo(page.getByRole('button', { name: '宫格', exact: true }))
  await page.keyboard.press('Enter')
  await expect(stage(page).getByRole('listitem')).toHaveCount(2)
  await tabTo(page.getByRole('button', { name: `对${PRESENTER}的操作`, exact: true }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: `对${PRESENTER}的操作` }).first()).toBeFocused()
  await page.keyboard.press('r')
  await expect(said(page)).toContainText('开始录制。')
  await page.keyboard.press('r')
  await expect(said(page)).toContainText('录制已停止。')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: `对${PRESENTER}的操作` }).first()).toBeFocused()

  await tabTo(page.getByRole('button', { name: '离开', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(control(page, '离开')).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page.getByRole('button', { name: '取消', exact: true }))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '您已离开研讨室' })).toBeFocused()
})

test('[TOUCH1] a whole visit at 360 px by touch alone', async () => {
  await crowd.enter([PRESENTER])
  const page = await toLobby('周雨桐', { hasTouch: true, width: 360, height: 780 })
  await page.getByText('我知道这场研讨会录制').tap()
  await page.getByRole('button', { name: '进入研讨室' }).tap()
  await expect(stage(page)).toBeVisible()
  await control(page, '举手').tap()
  await expect(said(page)).toContainText('您举手。')
  await page.getByRole('tab', { name: /^聊天/ }).tap()
  await page.getByRole('textbox', { name: '说一句' }).fill('听见了')
  await page.getByRole('button', { name: '发送' }).tap()
  await expect(log(page).getByText('听见了')).toBeVisible()
  await page.getByRole('tab', { name: '人员' }).tap()
  await page
    .getByRole('button', { name: `对${PRESENTER}的操作` })
    .last()
    .tap()
  await page.getByRole('menuitem', { name: '固定在台上看' }).tap()
  await page.getByRole('tab', { name: '教案' }).tap()
  await control(page, '更多').tap()
  await page.getByRole('button', { name: '宫格' }).tap()
  await expect(stage(page).getByRole('listitem')).toHaveCount(2)
  const surplusPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(surplusPx).toBeLessThanOrEqual(0)
  await control(page, '离开').tap()
  await expect(page.getByRole('heading', { name: '您已离开研讨室' })).toBeVisible()
})
