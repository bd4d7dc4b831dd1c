import AxeBuilder from '@axe-core/playwright'
import { expect as playwrightExpect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { openSharedScreen } from '#tests/support/browser/open-shared-screen.ts'
import { framesDecoded } from '#tests/support/browser/readers.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { tabTo } from '#tests/support/browser/tab-to.ts'
import { Product } from '#tests/support/product.ts'

const START_TIMEOUT_MS = 180_000
/** Small: without a graphics card, every pixel of it is captured and encoded by the processor. */
const SCREEN_SIZE = { width: 640, height: 360 }
const HOST = '翟雅琴'
const TEACHER = '周雨桐'
/** Is sent out of the seminar, and may not come back: no other test needs her. */
const SECOND_TEACHER = '于欣然'
const LIVE_TITLE = '《背影》第二课时'

/** Browsers, a media worker and a database share two processors. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

let product: Product
let roomPath: string
let linkToken: string
const browsers: Browser[] = []

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
  const { live } = await (await product.signIn(HOST)).request('home.get', {})
  const card = live.find(({ title }) => title === LIVE_TITLE)
  if (card === undefined) throw new Error('The demo city has no seminar that is on now.')
  if (card.linkToken === null) throw new Error('The seminar that is on now is not open by link.')
  roomPath = `/seminar/${card.id}`
  linkToken = card.linkToken
})
test.afterEach(async () => {
  await Promise.all(browsers.splice(0).map((browser) => browser.close()))
  await product.attachLogOnFailure(test.info())
})
test.afterAll(() => product.stop())

async function comeIn(name: string, { cameraId }: { cameraId?: number } = {}): Promise<Page> {
  const footage = cameraId === undefined ? {} : { footage: await makeFootage({ cameraId, fps: 10 }) }
  const browser = await launchCamera(footage)
  browsers.push(browser)
  const page = await (await newContext(browser)).newPage()
  await toLobby(page, name)
  return page
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1280, height: 800 } })

async function toLobby(page: Page, name: string): Promise<void> {
  await signInByRequest(page.context(), { product, name: name })
  await page.goto(`${product.url}${roomPath}`)
}

async function enter(page: Page): Promise<void> {
  await page.getByText('我知道这场研讨会录制').click()
  await page.getByRole('button', { name: '进入研讨室' }).click()
  await expect(page.getByRole('main', { name: '台上' })).toBeVisible()
}

const control = (page: Page, name: string) =>
  page.getByLabel('操作', { exact: true }).getByRole('button', { name, exact: true })
const hands = (page: Page) => page.getByRole('region', { name: '举手' })
const bringButton = (page: Page, name: string) =>
  hands(page).getByRole('button', { name: new RegExp(`^请\\s*${name}\\s*发言$`) })
const people = (page: Page) => page.getByRole('region', { name: '在场的人' })

/** From the menu of a person, in the list of people. */
async function chooseFor(page: Page, name: string, action: string): Promise<void> {
  await people(page)
    .getByRole('button', { name: `对${name}的操作` })
    .click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

async function expectSound(page: Page): Promise<void> {
  const surplusPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(surplusPx).toBeLessThanOrEqual(0)
  // A colour on its way to another one is no colour of the design.
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })
  // React Aria's announcer goes on naming a button that waited for some seconds after it is gone.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

test('[LOBBY1] a missing camera and microphone are named, and one enters all the same', async () => {
  const page = await comeIn(TEACHER)
  await expect(page.getByText('没有找到摄像头')).toBeVisible()
  await expect(page.getByText('没有找到麦克风')).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: '进入研讨室' }).click()
  await expect(page.getByText('请先勾选知晓')).toBeVisible()
  await enter(page)
  await expect(control(page, '举手')).toBeVisible()
  await expectSound(page)
})

test('[LOBBY2] a refused device says what to do', async () => {
  const browser = await launchCamera({})
  browsers.push(browser)
  const context = await newContext(browser)
  // What a browser answers to a person who presses 不允许.
  await context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
  })
  const page = await context.newPage()
  await toLobby(page, TEACHER)
  await expect(page.getByText('摄像头没有获准使用')).toBeVisible()
  await expect(page.getByRole('button', { name: '再试' })).toHaveCount(2)
})

test('[ROOM1] two meet; a hand leads to the stage on the same page; what is said in writing is there', async () => {
  const host = await comeIn(HOST, { cameraId: 1 })
  await enter(host)
  const teacher = await comeIn(TEACHER, { cameraId: 2 })
  await enter(teacher)
  const hostSeen = teacher.getByLabel(HOST, { exact: true }).locator('video')
  await expect.poll(() => framesDecoded(hostSeen)).toBeGreaterThan(2)

  await control(teacher, '举手').click()
  await expect(hands(host)).toContainText(TEACHER)
  await bringButton(host, TEACHER).click()
  const teacherSeen = host.getByLabel(TEACHER, { exact: true }).locator('video')
  await expect.poll(() => framesDecoded(teacherSeen)).toBeGreaterThan(2)
  await expect(hands(host)).toBeHidden()
  await expect(control(teacher, '开麦克风')).toBeVisible()

  await teacher.getByRole('tab', { name: '聊天' }).click()
  const field = teacher.getByRole('textbox', { name: '说一句' })
  await field.fill('看 https://example.org/a 再议 <b>粗体</b>')
  await field.press('Enter')
  await host.getByRole('tab', { name: '聊天' }).click()
  const message = host.getByRole('log').getByText('再议 <b>粗体</b>')
  await expect(message).toBeVisible()
  await expect(host.getByRole('link', { name: 'https://example.org/a' })).toHaveAttribute('rel', /noopener/)
  await expectSound(host)

  for (const size of [
    { width: 360, height: 780 },
    { width: 780, height: 360 },
    { width: 1024, height: 768 },
  ]) {
    await host.setViewportSize(size)
    await expectSound(host)
  }

  await control(teacher, '下台').click()
  await expect(control(teacher, '举手')).toBeVisible()
})

test('[GUEST1] a guest comes by the link under a name, watches cameras and a screen, and neither writes nor asks', async () => {
  const host = await comeIn(HOST, { cameraId: 1 })
  await enter(host)
  const browser = host.context().browser()
  if (browser === null) throw new Error('The host has no browser.')
  const guest = await (await newContext(browser)).newPage()
  await guest.goto(`${product.url}${roomPath}?k=${linkToken}`)
  await guest.getByLabel('您的称呼').fill('王老师')
  await enter(guest)
  const hostSeen = guest.getByLabel(HOST, { exact: true }).locator('video')
  await expect.poll(() => framesDecoded(hostSeen)).toBeGreaterThan(2)
  await expect(control(guest, '举手')).toHaveCount(0)
  await guest.getByRole('tab', { name: '聊天' }).click()
  await expect(guest.getByText('旁听的身份可以看，不能发言。')).toBeVisible()
  await expect(guest.getByRole('textbox', { name: '说一句' })).toHaveCount(0)

  const screen = await openSharedScreen(host.context(), { cameraId: 3 })
  await screen.setViewportSize(SCREEN_SIZE)
  await host.bringToFront()
  await control(host, '共享').click()
  const screenSeen = guest.getByLabel(`${HOST}的屏幕`, { exact: true }).locator('video')
  await expect.poll(() => framesDecoded(screenSeen)).toBeGreaterThan(0)
  await control(host, '停止共享').click()
  await expect(screenSeen).toHaveCount(0)
})

test('[HOST1] the host brings whom she likes of the queue, mutes, and sends out', async () => {
  const second = await comeIn(SECOND_TEACHER, { cameraId: 2 })
  await enter(second)
  const host = await comeIn(HOST)
  await enter(host)
  const browser = host.context().browser()
  if (browser === null) throw new Error('The host has no browser.')
  const teacher = await (await newContext(browser)).newPage()
  await toLobby(teacher, TEACHER)
  await enter(teacher)

  await control(teacher, '举手').click()
  await expect(hands(host)).toContainText(TEACHER)
  await control(second, '举手').click()
  await expect(hands(host).getByRole('row')).toContainText([TEACHER, SECOND_TEACHER])
  await bringButton(host, SECOND_TEACHER).click()
  await control(second, '开麦克风').click()
  await expect(control(second, '静音')).toBeVisible()
  await host.getByRole('tab', { name: '人员' }).click()
  await chooseFor(host, SECOND_TEACHER, '静音')
  await expect(second.getByText('主持人把您的麦克风静音了。')).toBeVisible()
  await expect(control(second, '开麦克风')).toBeVisible()

  await chooseFor(host, SECOND_TEACHER, '移出研讨室')
  await host.getByRole('alertdialog').getByRole('button', { name: '移出研讨室' }).click()
  await expect(second.getByRole('heading', { name: '主持人已请您离开' })).toBeVisible()
  await expect(people(host)).not.toContainText(SECOND_TEACHER)
  await control(teacher, '放下手').click()
  await expect(control(teacher, '举手')).toBeVisible()
})

test('[TAB1] a second page takes the seat, and the first says so', async () => {
  const first = await comeIn(TEACHER)
  await enter(first)
  const second = await first.context().newPage()
  await second.goto(`${product.url}${roomPath}`)
  await enter(second)
  await expect(first.getByRole('heading', { name: '您在别处进入了研讨室' })).toBeVisible()
  await expectSound(first)
  await expect(first.getByRole('button', { name: '再次进入' })).toBeVisible()
})

test('[KEY1] the room by keyboard alone: hand, chat, help, and keys that rest while one types', async () => {
  const page = await comeIn(TEACHER)
  await page.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await tabTo(page.getByRole('button', { name: '进入研讨室', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: '台上' })).toBeVisible()

  await page.keyboard.press('h')
  await expect(control(page, '放下手')).toBeVisible()
  await page.keyboard.press('2')
  await page.getByRole('textbox', { name: '说一句' }).focus()
  await page.keyboard.type('hhh')
  await expect(control(page, '放下手')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByText('hhh')).toBeVisible()

  await tabTo(page.getByRole('button', { name: '放下手', exact: true }))
  await page.keyboard.press('Space')
  await expect(control(page, '举手')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible()
  await page.keyboard.press('Escape')
  await tabTo(page.getByRole('button', { name: '离开', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '您已离开研讨室' })).toBeVisible()
})

test('[END1] 结束全场 is held, can be taken back for ten seconds, and then ends for all', async () => {
  const host = await comeIn(HOST)
  await enter(host)
  const teacher = await comeIn(TEACHER)
  await enter(teacher)
  const hold = async () => {
    await host.getByRole('button', { name: '结束全场' }).hover()
    await host.mouse.down()
    await expect(host.getByText(/秒后散场/)).toBeVisible()
    await host.mouse.up()
  }
  await host.getByRole('button', { name: '结束全场' }).click()
  await expect(host.getByText(/秒后散场/)).toBeHidden()

  await hold()
  await expect(teacher.getByText(/秒后散场/)).toBeVisible()
  await host.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(teacher.getByText(/秒后散场/)).toBeHidden()

  await hold()
  for (const page of [host, teacher]) {
    await expect(page.getByRole('heading', { name: '已经散场' })).toBeVisible()
    await expect(page.getByRole('link', { name: '看回放' })).toHaveAttribute('href', /^\/replay\//)
  }
  await expectSound(host)
})
