import AxeBuilder from '@axe-core/playwright'
import { expect as expectSoon, test, type Locator, type Page } from '@playwright/test'
import { measureLipSync, readCamera, watchCamera } from '#tests/support/browser/readers.ts'
import { loopDistanceMs, onLoop } from '#tests/support/footage/footage-clock.ts'
import { WORDINGS } from '#tests/support/replay/replay-plan.ts'
import { CAMERAS, SESSION_MS, STARTS_MS } from '#tests/support/replay/replay-script.ts'
import { startReplayPage, type ReplayPage } from '#tests/support/replay/start-replay-page.ts'

/** The replay page over files that were really recorded from footage with a machine-readable clock. */

const START_TIMEOUT_MS = 300_000
const APART_MS = 80
const FRAME_MS = 67
/** HTMLMediaElement's own, which is not there outside of a page. */
const HAVE_CURRENT_DATA = 2

/** On a busy machine a page comes alive late; what is awaited is never a matter of time alone. */
const expect = expectSoon.configure({ timeout: 40_000 })

let server: ReplayPage

test.use({
  launchOptions: {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  },
})

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  server = await startReplayPage()
})
test.afterAll(() => server.close())

const main = (page: Page) => page.locator('[data-spot="main"] video')
const corner = (page: Page) => page.locator('[data-spot="corner"] video')
const timeline = (page: Page) => page.getByRole('slider', { name: '时间轴' })

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`)
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBeDefined()
}

/** Which second of the session a picture shows, up to whole loops of its footage. */
async function sessionClock(video: Locator, startMs: number): Promise<number> {
  const reading = await readCamera(video)
  return reading === null ? Number.NaN : onLoop(reading.clockMs + startMs)
}

const positionS = async (page: Page) => Number(await timeline(page).getAttribute('aria-valuenow'))

test('[RPL20] a link opens at its second: the shared screen and who speaks, both at that moment', async ({ page }) => {
  await open(page, '/replay/recorded?t=45')
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.screen)
  await expect.poll(async () => (await readCamera(corner(page)))?.cameraId).toBe(CAMERAS.presenter)
  const near = async (video: Locator, startMs: number) =>
    Math.abs(loopDistanceMs(onLoop(45_000), await sessionClock(video, startMs)))
  await expect.poll(() => near(main(page), STARTS_MS.screen)).toBeLessThanOrEqual(FRAME_MS)
  await expect.poll(() => near(corner(page), STARTS_MS.presenter)).toBeLessThanOrEqual(FRAME_MS)
})

test('[RPL28] the picture of the second is there without any script, and the script takes it over as it stands', async ({
  browser,
  page,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto(`${server.url}/replay/recorded?t=45`)
  await expect
    .poll(() => main(still).evaluate((video: HTMLVideoElement) => video.readyState))
    .toBeGreaterThanOrEqual(HAVE_CURRENT_DATA)
  expect(await main(still).evaluate((video: HTMLVideoElement) => video.currentTime)).toBeCloseTo(
    (45_000 - STARTS_MS.screen) / 1_000,
    1,
  )
  await context.close()

  await page.addInitScript(() => {
    const begun: string[] = []
    Object.assign(window, { begun })
    const note = ({ target }: Event) => target instanceof HTMLVideoElement && begun.push(target.dataset['track'] ?? '')
    addEventListener('loadstart', note, { capture: true })
  })
  await open(page, '/replay/recorded?t=45')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => positionS(page)).toBe(55)
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.screen)
  const track = await main(page).getAttribute('data-track')
  const begun: unknown = await page.evaluate(() => Reflect.get(window, 'begun'))
  expect(begun).toContain(track)
  expect(new Set(Array.isArray(begun) ? begun : []).size).toBe(Array.isArray(begun) ? begun.length : 0)
})

test('[RPL21] while it plays, two cameras and the sound keep together', async ({ page }) => {
  await open(page, '/replay/recorded?t=43')
  await page.getByRole('button', { name: '播放', exact: true }).click()
  await expect.poll(() => positionS(page)).toBeGreaterThanOrEqual(46)
  const [large, small] = await Promise.all([
    watchCamera(main(page), { durationMs: 3_000 }),
    watchCamera(corner(page), { durationMs: 3_000 }),
  ])
  expect(large.cameraIds).toEqual([CAMERAS.screen])
  expect(small.cameraIds).toEqual([CAMERAS.presenter])
  const phases = [
    onLoop((large.phaseMs ?? Number.NaN) + STARTS_MS.screen),
    onLoop((small.phaseMs ?? Number.NaN) + STARTS_MS.presenter),
  ] as const
  expect(Math.abs(loopDistanceMs(...phases))).toBeLessThan(APART_MS)
  const lips = await measureLipSync(corner(page), { sound: page.locator('audio[data-sound="mix"]') })
  expect(lips?.cameraId).toBe(CAMERAS.presenter)
  expect(Math.abs(lips?.soundLateMs ?? Number.NaN)).toBeLessThan(APART_MS)
})

test('[RPL22] the picture follows who speaks, and stays where the viewer wants it', async ({ page }) => {
  await open(page, '/replay/recorded?t=10')
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.host)
  await timeline(page).focus()
  await page.keyboard.press('3')
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.presenter)
  await page.getByRole('group', { name: '看哪里' }).getByRole('button', { name: '翟雅琴' }).click()
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.host)
  await page.getByRole('button', { name: '跟随发言' }).click()
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.presenter)
})

test('[RPL23] keys and the line seek; the speed is real', async ({ page }) => {
  await open(page, '/replay/recorded?t=60')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => positionS(page)).toBe(50)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => positionS(page)).toBe(55)
  await page.keyboard.press('5')
  await expect.poll(() => positionS(page)).toBe(60)
  const box = await timeline(page).boundingBox()
  if (box === null) throw new Error('the line is shown')
  await page.mouse.click(box.x + box.width / 4, box.y + box.height - 2)
  await expect.poll(() => positionS(page)).toBe(SESSION_MS / 4_000)

  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: '速度 2 倍' })).toBeVisible()
  await page.keyboard.press('k')
  await expect.poll(() => positionS(page)).toBeGreaterThan(31)
  const { frames } = await watchCamera(main(page), { durationMs: 3_000 })
  const [first, last] = [frames[0], frames.at(-1)]
  if (first === undefined || last === undefined) throw new Error('the picture is read while it plays')
  const pace = loopDistanceMs(first.clockMs, last.clockMs) / (last.atMs - first.atMs)
  expect(pace).toBeGreaterThan(1.85)
  expect(pace).toBeLessThan(2.15)
})

test('[RPL24] the plan, the chat and the room are those of the second', async ({ page }) => {
  await open(page, '/replay/recorded?t=50')
  const plan = page.getByRole('region', { name: '这一刻的教案' })
  await expect(plan).toContainText(WORDINGS.first)
  await expect(page.getByRole('heading', { name: '教案在 00:50' })).toBeVisible()
  const hands = page.locator('dt', { hasText: '举手' }).locator('xpath=following-sibling::dd')
  await expect(hands).toHaveText('1')

  await page
    .getByRole('button', { name: /荆文涛改教学过程/ })
    .first()
    .click()
  await expect(plan).toContainText(WORDINGS.second)
  await expect(plan).toContainText(`原为：${WORDINGS.first}`)
  await expect(plan).not.toContainText(WORDINGS.third)
  await expect(hands).toHaveText('0')

  await page
    .getByRole('region', { name: '聊天' })
    .getByRole('button', { name: /动作是为了读慢/ })
    .click()
  await expect.poll(() => positionS(page)).toBe(52)
  await expect(plan).toContainText(WORDINGS.first)
})

test('[RPL25] a second visit goes on where the first stopped', async ({ page }) => {
  await open(page, '/replay/recorded')
  await page.keyboard.press('7')
  await expect.poll(() => positionS(page)).toBe(84)
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/rpc/replay.save-progress'))
  await page.keyboard.press('k')
  await saved
  await open(page, '/replay/recorded')
  await expect(page.getByText('接着上次 01:2')).toBeVisible()
  await page.getByRole('button', { name: '从头看' }).click()
  await expect.poll(() => positionS(page)).toBeLessThan(10)
})

test('[RPL26] what still runs is watched from its beginning, by its fragments', async ({ page }) => {
  await open(page, '/replay/live?t=50')
  await expect(page.getByRole('link', { name: '回到现场' })).toBeVisible()
  await expect.poll(async () => (await readCamera(corner(page)))?.cameraId).toBe(CAMERAS.presenter)
  const errorMs = async () => Math.abs(loopDistanceMs(onLoop(50_000), await sessionClock(main(page), STARTS_MS.screen)))
  await expect.poll(errorMs).toBeLessThanOrEqual(FRAME_MS)
  await page.keyboard.press('1')
  await expect.poll(async () => (await readCamera(main(page)))?.cameraId).toBe(CAMERAS.host)
})

for (const { theme, width } of [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1024 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 360 },
]) {
  test(`[RPL27] nothing serious for axe, nothing beyond the edge: ${theme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 })
    await page.context().addCookies([{ name: 'tongke-theme', value: theme, url: server.url }])
    await open(page, '/replay/recorded?t=95')
    await expect(page.getByText(WORDINGS.second)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).exclude('nextjs-portal').analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })
}

test('[REPLAY6] a recording whose work has failed says what is there, and is ordered again by who may', async ({
  page,
}) => {
  await page.goto(`${server.url}/replay/failed?t=30`)
  await expect(page.getByText('这一段录像没有整理完。\n录下的声音和画面都在，可以照常播放。')).toBeVisible()
  await page.getByRole('button', { name: '再整理一次' }).click()
  await expect(page.getByText('已经开始整理，过几分钟再来看。')).toBeVisible()
  await page.goto(`${server.url}/replay/failed-empty?t=30`)
  await expect(page.getByText('这一段录像没有整理完，现在没有能播放的声音和画面。')).toBeVisible()
})
