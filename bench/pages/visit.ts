import type { Browser, Page } from '@playwright/test'
import { followLoading, type Loading } from '#tests/support/browser/follow-loading.ts'
import { freeForMs, readVitals, watchVitals } from './vitals.ts'
import type { Place } from './places.ts'

/** One visit to a page in a fresh profile, until it rests. */
export interface PhoneVisit {
  /** Bodies as they came over the wire, compressed. */
  scriptBytes: number
  lcpMs: number
  /** Of every long task after the first paint, what exceeds 50 ms. */
  tbtMs: number
  cls: number
}

const SCREEN = { width: 360, height: 780 }
const SLOWER_BY = 4
const MEGABIT_BYTES = 125_000
/** A slow 4G, as mobile profiles take it. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6 * MEGABIT_BYTES,
  uploadThroughput: 0.75 * MEGABIT_BYTES,
}
/** Nothing was loaded and nothing long was done for so long: the page rests. */
const REST_MS = 2_000
const DEADLINE_MS = 30_000

export async function visitOnPhone(browser: Browser, { address, cookies }: Place): Promise<PhoneVisit> {
  const context = await browser.newContext({
    ...{ locale: 'zh-CN', viewport: SCREEN, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  })
  context.setDefaultTimeout(DEADLINE_MS)
  try {
    await context.addCookies([...cookies])
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const loading = await followLoading(session)
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY })
    await page.addInitScript(watchVitals)
    await page.goto(address)
    await untilRest(page, loading)
    const { lcpMs, tbtMs, cls } = await page.evaluate(readVitals)
    return { scriptBytes: loading.scriptBytes(), lcpMs, tbtMs, cls }
  } finally {
    await context.close()
  }
}

async function untilRest(page: Page, loading: Loading): Promise<void> {
  for (const startedMs = performance.now(); performance.now() - startedMs < DEADLINE_MS;) {
    const freeMs = await page.evaluate(freeForMs)
    const waitMs = REST_MS - Math.min(freeMs, loading.quietMs())
    if (waitMs <= 0) return
    await page.waitForTimeout(waitMs)
  }
}
