import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'rolldown'
import { findChromium } from '#tests/support/browser/chromium-executable.ts'
import { ACTIVITY, LINK_TOKEN } from './test-city.ts'
import type { TestRoom } from './test-room.ts'

/** Bundles the two clients for a page. */
export async function bundleRoomPage(): Promise<string> {
  const { output } = await build({
    input: join(import.meta.dirname, 'page', 'room-page.ts'),
    platform: 'browser',
    write: false,
    output: { format: 'iife' },
  })
  return output[0].code
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--auto-accept-camera-and-microphone-capture',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })

/** One person's tab, in the lobby. */
export async function openPage(
  browser: Browser,
  { room, personId }: { room: TestRoom; personId: string },
): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'person', value: personId, url: room.origin }])
  const page = await context.newPage()
  await page.goto(room.origin)
  await page.evaluate(
    async (activity) => {
      window.page = await window.openRoomPage(activity)
    },
    { activityId: ACTIVITY, linkToken: LINK_TOKEN },
  )
  return page
}
