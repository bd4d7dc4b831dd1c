import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { publishSeminar } from '#tests/support/crowd/publish-seminar.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
import { signInByRequest } from '#tests/support/browser/sign-in-by-request.ts'
import { Product } from '#tests/support/product.ts'

const START_TIMEOUT_MS = 180_000
const HOST = '翟雅琴'

const expect = playwrightExpect.configure({ timeout: 30_000 })

declare global {
  interface Window {
    /** What the next requests for a device are refused with; null: they are granted. */
    tongkeRefusal: string | null
    tongkeTracks: MediaStreamTrack[]
  }
}

let product: Product
let browser: Browser
let page: Page

test.beforeAll(async () => {
  test.setTimeout(START_TIMEOUT_MS)
  product = await Product.start()
})
test.beforeEach(async () => {
  const activityId = await publishSeminar(await product.signIn(HOST), { title: '《背影》设备', presenters: [] })
  browser = await launchCamera({ footage: await makeFootage({ cameraId: 2, fps: 10 }) })
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  await context.addInitScript(() => {
    window.tongkeRefusal = null
    window.tongkeTracks = []
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wish) => {
      if (window.tongkeRefusal !== null) throw new DOMException('refused', window.tongkeRefusal)
      const stream = await ask(wish)
      window.tongkeTracks.push(...stream.getTracks())
      return stream
    }
  })
  page = await context.newPage()
  await signInByRequest(context, { product, name: HOST })
  await page.goto(`${product.url}/seminar/${activityId}`)
  await expect(page.getByRole('heading', { name: '听得见您，也看得见您' })).toBeVisible()
  await page.getByText('我知道这场研讨会录制').click()
  await page.getByRole('button', { name: '进入研讨室' }).click()
  await expect(page.getByRole('main', { name: '台上' })).toBeVisible()
})
test.afterEach(async () => {
  await browser.close()
  await product.attachLogOnFailure(test.info())
})
test.afterAll(() => product.stop())

const control = (name: string) => page.getByLabel('操作', { exact: true }).getByRole('button', { name, exact: true })

/** What a page sees of a plug that is drawn: the track ends, and there is no such device any more. */
async function unplug(kind: 'audio' | 'video', { refusal }: { refusal: string | null }): Promise<void> {
  await page.evaluate(
    ([ended, answer]) => {
      window.tongkeRefusal = answer
      for (const track of window.tongkeTracks.filter((one) => one.kind === ended && one.readyState === 'live')) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    },
    [kind, refusal] as const,
  )
}

async function plugIn(): Promise<void> {
  await page.evaluate(() => {
    window.tongkeRefusal = null
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  })
}

test('[DEVICE1] another microphone takes over; without one, it is said, one is muted, and it is ready when plugged in', async () => {
  await control('开麦克风').click()
  await expect(control('静音')).toBeVisible()
  await unplug('audio', { refusal: null })
  await expect(page.getByText(/^麦克风断开了，已换用“.+”。$/)).toBeVisible()
  await expect(control('静音')).toBeVisible()

  await unplug('audio', { refusal: 'NotFoundError' })
  await expect(page.getByText('麦克风断开了，现在是静音。接上后就能再开。')).toBeVisible()
  await expect(control('开麦克风')).toBeVisible()
  await plugIn()
  await expect(page.getByText('麦克风接上了，现在是静音。')).toBeVisible()
  await control('开麦克风').click()
  await expect(control('静音')).toBeVisible()
})

test('[DEVICE2] a camera that is unplugged comes back by itself; one that is refused or busy says what to do', async () => {
  await expect(control('关摄像头')).toBeVisible()
  await unplug('video', { refusal: 'NotFoundError' })
  await expect(page.getByText('摄像头断开了。接上后会自动恢复。')).toBeVisible()
  await expect(control('开摄像头')).toBeVisible()
  await plugIn()
  await expect(page.getByText('摄像头恢复了。')).toBeVisible()
  await expect(control('关摄像头')).toBeVisible()

  await control('关摄像头').click()
  for (const [refusal, words] of [
    ['NotReadableError', '摄像头正被别的程序占用。关掉那个程序，再打开一次。'],
    ['NotAllowedError', '摄像头没有获准使用。点地址栏左边的图标，改为允许，再打开一次。'],
  ] as const) {
    await page.evaluate((answer) => (window.tongkeRefusal = answer), refusal)
    await control('开摄像头').click()
    await expect(page.getByText(words)).toBeVisible()
  }
  await page.evaluate(() => (window.tongkeRefusal = null))
  await control('开摄像头').click()
  await expect(control('关摄像头')).toBeVisible()
})
