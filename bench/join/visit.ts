import type { Browser, BrowserContext } from '@playwright/test'
import { enterNow, entryOf, installEntry } from './first-frame.ts'

/** From navigation, and from the press on 进入, to the first picture of somebody else. */
export interface Visit {
  coldMs: number
  fromLobbyMs: number
}

export interface Side {
  address: string
  /** Cookies of whoever visits. */
  cookies: Parameters<BrowserContext['addCookies']>[0]
}

const SETTLE_MS = 1_200
const FRAME_DEADLINE_MS = 30_000

/**
 * Two visits by one person with a fresh profile: one that goes straight through a page that the browser has never seen, and
 * one that stands in the lobby until everything is warm, then presses 进入.
 */
export async function visit(browser: Browser, { address, cookies }: Side): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(FRAME_DEADLINE_MS)
  try {
    await context.addCookies(cookies)
    const cold = await context.newPage()
    await installEntry(cold, { atOnce: true })
    await cold.goto(address, { waitUntil: 'commit' })
    const { firstFrameMs: coldMs } = await withDeadline(entryOf(cold))
    await cold.close()

    const warm = await context.newPage()
    await installEntry(warm, { atOnce: false })
    await warm.goto(address)
    await warm.getByRole('button', { name: /^进入/ }).waitFor()
    // A person looks into the mirror for longer; the transports and the room's code are here by then.
    await warm.waitForTimeout(SETTLE_MS)
    const { pressedMs, firstFrameMs } = await withDeadline(enterNow(warm))
    return { coldMs, fromLobbyMs: firstFrameMs - pressedMs }
  } finally {
    await context.close()
  }
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No picture came.')), FRAME_DEADLINE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
