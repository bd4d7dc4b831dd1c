import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { openSharedScreen } from '#tests/support/browser/open-shared-screen.ts'
import { faultyRings } from '#tests/support/browser/focus-ring.ts'
import { movingParts } from '#tests/support/browser/moving-parts.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { tabTo } from '#tests/support/browser/tab-to.ts'
import { publishSeminar } from '#tests/support/crowd/publish-seminar.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
import { Product } from '#tests/support/product.ts'

/** What one does on stage with one's own camera, by keys alone and by fingers alone. */

const START_TIMEOUT_MS = 180_000
const HOST = '翟雅琴'
const PRESENTER = '荆文涛'
/** As long as a guest's name may be. */
const LONGEST_NAME = '阿卜杜热西提·麦麦提艾力·买买提明江老师'
const SCREEN_SIZE = { width: 640, height: 360 }

/** A camera, a media worker and a database share two processors. */
const expect = playwrightExpect.configure({ timeout: 30_000 })

let product: Product
let browser: Browser
let path: string
let linkToken: string

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
  const door = await product.signIn(HOST)
  const activityId = await publishSeminar(door, { title: '《背影》台上', presenters: [PRESENTER] })
  path = `/seminar/${activityId}`
  const { live } = await door.request('home.get', {})
  linkToken = live.find(({ id }) => id === activityId)?.linkToken ?? ''
})
test.beforeEach(async () => {
  browser = await launchCamera({ footage: await makeFootage({ cameraId: 1, fps: 10 }) })
})
test.afterEach(async () => {
  await browser.close()
  await product.attachLogOnFailure(test.info())
})
test.afterAll(() => product.stop())

async function toLobby({ name = PRESENTER, hasTouch = false, width = 1280, height = 800 } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height }, hasTouch })
  const page = await context.newPage()
  await signInByRequest(context, { product, name })
  await page.goto(`${product.url}${path}`)
  return page
}

async function enter(page: Page): Promise<void> {
  await page.getByText('我知道这场研讨会录制').click()
  await page.getByRole('button', { name: '进入研讨室' }).click()
  await expect(stage(page)).toBeVisible()
}

const stage = (page: Page) => page.getByRole('main', { name: '台上' })
const control = (page: Page, name: string) =>
  page.getByLabel('操作', { exact: true }).getByRole('button', { name, exact: true })
const log = (page: Page) => page.getByRole('log', { name: '聊天记录' })
const screenSeen = (page: Page) => stage(page).getByLabel(`${PRESENTER}的屏幕`, { exact: true })

async function openScreen(page: Page): Promise<void> {
  const screen = await openSharedScreen(page.context(), { cameraId: 3 })
  await screen.setViewportSize(SCREEN_SIZE)
  await page.bringToFront()
}

test('[KEY2] on stage by keys alone: microphone, camera, screen, off and on the stage, chat, leaving', async () => {
  const page = await toLobby()
  const press = async (name: string) => {
    await tabTo(control(page, name))
    await page.keyboard.press('Enter')
  }
  await page.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await tabTo(page.getByRole('button', { name: '进入研讨室', exact: true }))
  await page.keyboard.press('Enter')
  await expect(control(page, '开麦克风')).toBeVisible()
  await press('开麦克风')
  await expect(control(page, '静音')).toBeFocused()
  await press('关摄像头')
  await expect(control(page, '开摄像头')).toBeFocused()
  await press('开摄像头')
  await expect(stage(page).locator('video')).toBeVisible()

  await openScreen(page)
  await press('共享')
  await expect(screenSeen(page)).toBeVisible()
  await press('停止共享')
  await expect(screenSeen(page)).toHaveCount(0)

  await press('下台')
  await expect(control(page, '上台')).toBeVisible()
  await press('上台')
  await expect(control(page, '下台')).toBeVisible()

  await tabTo(page.getByRole('tab', { selected: true }))
  await page.keyboard.press('ArrowRight')
  await tabTo(page.getByRole('textbox', { name: '说一句' }))
  await page.keyboard.type('用键盘说的')
  await page.keyboard.press('Enter')
  await expect(log(page).getByText('用键盘说的')).toBeVisible()
  await press('离开')
  await expect(page.getByRole('heading', { name: '您已离开研讨室' })).toBeFocused()
})

test('[TOUCH1] on stage at 360 px by fingers alone: microphone, camera, screen, off and on the stage, chat, leaving', async () => {
  const page = await toLobby({ hasTouch: true, width: 360, height: 780 })
  const inMore = async (name: string) => {
    await control(page, '更多').tap()
    await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name, exact: true }).tap()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByText('我知道这场研讨会录制').tap()
  await page.getByRole('button', { name: '进入研讨室' }).tap()
  await control(page, '开麦克风').tap()
  await control(page, '静音').tap()
  await expect(control(page, '开麦克风')).toBeVisible()
  await control(page, '关摄像头').tap()
  await control(page, '开摄像头').tap()
  await expect(stage(page).locator('video')).toBeVisible()

  await openScreen(page)
  await inMore('共享')
  await expect(screenSeen(page)).toBeVisible()
  await inMore('停止共享')
  await expect(screenSeen(page)).toHaveCount(0)

  await inMore('下台')
  await control(page, '上台').tap()
  await expect(control(page, '关摄像头')).toBeVisible()

  await page.getByRole('tab', { name: /^聊天/ }).tap()
  await page.getByRole('textbox', { name: '说一句' }).fill('用手指说的')
  await page.getByRole('button', { name: '发送' }).tap()
  await expect(log(page).getByText('用手指说的')).toBeVisible()
  await control(page, '离开').tap()
  await expect(page.getByRole('heading', { name: '您已离开研讨室' })).toBeVisible()
})

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 360, height: 780 },
  { width: 780, height: 360 },
]) {
  test(`[FOCUS1] ${width}×${height}: in the lobby and in the room one sees at every stop where the focus is`, async () => {
    const page = await toLobby({ width, height })
    await expect(page.getByRole('button', { name: '进入研讨室' })).toBeVisible()
    expect((await faultyRings(page)).faults).toEqual([])
    await enter(page)
    await expect(page.locator('.plan-text')).toBeAttached()
    // Inside the text Tab has its own work: the walk is over the rest.
    await page.keyboard.press('2')
    const { stops, faults } = await faultyRings(page)
    expect(faults).toEqual([])
    expect(stops).toBeGreaterThan(8)
  })
}

test('[MOTION1] in the room nothing moves for who asks for less motion, also while a button is held', async () => {
  const host = await toLobby({ name: HOST })
  await host.emulateMedia({ reducedMotion: 'reduce' })
  await enter(host)
  expect(await movingParts(host)).toEqual([])
  await host.getByRole('button', { name: '结束全场' }).hover()
  await host.mouse.down()
  await expect(host.getByText('继续按住')).toBeVisible()
  expect(await movingParts(host)).toEqual([])
  await host.mouse.move(0, 0)
  await host.mouse.up()
  await expect(host.getByText('继续按住')).toHaveCount(0)
})

test('[HOST1] the longest name leaves the host what can be done with its bearer; a viewer is told what a viewer may', async () => {
  const host = await toLobby({ name: HOST, width: 360, height: 780 })
  await enter(host)
  const guest = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await guest.goto(`${product.url}${path}?k=${linkToken}`)
  await guest.getByLabel('您的称呼').fill(LONGEST_NAME)
  await enter(guest)
  await host.getByRole('tab', { name: '人员' }).click()
  await expect(host.getByRole('button', { name: `对${LONGEST_NAME}的操作` })).toBeInViewport({ ratio: 1 })

  const teacher = await toLobby()
  await enter(teacher)
  await host
    .getByRole('button', { name: `对${PRESENTER}的操作` })
    .last()
    .click()
  await host.getByRole('menuitem', { name: '设为旁听' }).click()
  await expect(teacher.getByText('您现在在台下旁听，可以看和听。')).toBeVisible()
})
