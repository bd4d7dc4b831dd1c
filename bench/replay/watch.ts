import type { Browser, BrowserContext, Page } from '@playwright/test'
import { measureLipSync, watchCamera } from '#tests/support/browser/readers.ts'
import { loopDistanceMs } from '#tests/support/footage/footage-clock.ts'

export interface Watched {
  firstFrameMs: number
  seeksMs: number[]
}

export interface ReplaySide {
  /** The page at a second. */
  addressAt: (second: number) => string
  cookies: Parameters<BrowserContext['addCookies']>[0]
  /** What a digit key jumps to a tenth of. */
  durationS: number
  /** Of the session, at which the footage begins. */
  startS: number
}

declare global {
  interface Window {
    /** Resolves when the large picture shows this second, with the time since the last key, or since the navigation. */
    tongkeShown: (second: number) => Promise<number>
  }
}

const FIRST_SECOND = 40
/** Tenths: forwards, backwards, near and far. */
const SEEKS = ['7', '2', '8', '3', '5']
const NEAR_S = 0.35
const DEADLINE_MS = 30_000
const SPREAD_WINDOW_MS = 3_000
const PLAYING_MS = 1_500

/** In the page, before anything of it, the same on both sides. */
function prepareWatch(nearS: number): void {
  let sinceMs = 0
  addEventListener('keydown', () => (sinceMs = performance.now()), { capture: true })
  window.tongkeShown = (second) =>
    new Promise((resolve) => {
      const watched = new WeakSet<HTMLVideoElement>()
      const follow = (video: HTMLVideoElement) => {
        video.requestVideoFrameCallback((_, { mediaTime }) => {
          const isIt = video.closest('[data-spot="main"]') !== null && Math.abs(mediaTime - second) < nearS
          if (isIt) resolve(performance.now() - sinceMs)
          else follow(video)
        })
      }
      const look = () => {
        for (const video of document.querySelectorAll('video')) {
          if (watched.has(video)) continue
          watched.add(video)
          follow(video)
        }
      }
      look()
      new MutationObserver(look).observe(document, { childList: true, subtree: true })
    })
}

/** Opens the page at a second in a fresh profile, plays, and jumps about. */
export async function watchReplay(browser: Browser, side: ReplaySide): Promise<Watched> {
  return await inPage(browser, side, async (page) => {
    const inFootage = (second: number) => second - side.startS
    await page.addInitScript({
      content: `(${prepareWatch.toString()})(${NEAR_S}); window.tongkeFirst = window.tongkeShown(${inFootage(FIRST_SECOND)})`,
    })
    await page.goto(side.addressAt(FIRST_SECOND), { waitUntil: 'commit' })
    const firstFrameMs = await page.evaluate('window.tongkeFirst').then(Number)
    await page.waitForLoadState('load')
    await page.keyboard.press(' ')
    const seeksMs: number[] = []
    for (const digit of SEEKS) {
      await page.waitForTimeout(PLAYING_MS)
      const target = inFootage((Number(digit) / 10) * side.durationS)
      const shown = page.evaluate((second) => window.tongkeShown(second), target)
      await page.keyboard.press(digit)
      seeksMs.push(await shown)
    }
    return { firstFrameMs, seeksMs }
  })
}

export interface Spread {
  /** Between the shared screen and the face in its corner. */
  picturesApartMs: number
  soundLateMs: number
}

/** While it plays: how far two pictures, and picture and sound, are apart. */
export async function measureSpread(browser: Browser, side: ReplaySide): Promise<Spread> {
  return await inPage(browser, side, async (page) => {
    await page.goto(side.addressAt(FIRST_SECOND))
    const [main, corner] = [page.locator('[data-spot="main"] video'), page.locator('[data-spot="corner"] video')]
    await corner.waitFor()
    await page.getByRole('button', { name: '播放', exact: true }).click()
    await page.getByRole('button', { name: '暂停', exact: true }).waitFor()
    await page.waitForTimeout(PLAYING_MS)
    const [large, small] = await Promise.all([
      watchCamera(main, { durationMs: SPREAD_WINDOW_MS }),
      watchCamera(corner, { durationMs: SPREAD_WINDOW_MS }),
    ])
    const lips = await measureLipSync(corner, { sound: page.locator('audio[data-sound="mix"]') })
    return {
      picturesApartMs: Math.abs(loopDistanceMs(large.phaseMs ?? Number.NaN, small.phaseMs ?? Number.NaN)),
      soundLateMs: Math.abs(lips?.soundLateMs ?? Number.NaN),
    }
  })
}

async function inPage<T>(browser: Browser, { cookies }: ReplaySide, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(DEADLINE_MS)
  try {
    await context.addCookies(cookies)
    return await withDeadline(work(await context.newPage()))
  } finally {
    await context.close()
  }
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The picture did not come.')), 2 * DEADLINE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
