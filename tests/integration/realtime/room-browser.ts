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
  { room, personId, knowsH264 = true }: { room: TestRoom; personId: string; knowsH264?: boolean },
): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'person', value: personId, url: room.origin }])
  if (!knowsH264) await context.addInitScript(forgetH264)
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

/** In the page: offers what a Firefox offers that has not fetched its plug-in for H.264. */
function forgetH264(): void {
  const connection = RTCPeerConnection.prototype
  // The form with a promise; lib.dom puts the old one with callbacks last.
  const offer: (this: RTCPeerConnection) => Promise<RTCSessionDescriptionInit> = connection.createOffer
  const createOffer = async function (this: RTCPeerConnection): Promise<RTCSessionDescriptionInit> {
    const { type, sdp = '' } = await offer.call(this)
    const codecs = [...sdp.matchAll(/a=rtpmap:(\d+) H264/g)].map(([, payload]) => payload)
    const repairs = [...sdp.matchAll(/a=fmtp:(\d+) apt=(\d+)/g)].filter(([, , of]) => codecs.includes(of))
    const unknown = new Set([...codecs, ...repairs.map(([, payload]) => payload)])
    const known = sdp.split('\r\n').filter((line) => !unknown.has(/^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line)?.[1]))
    return { type, sdp: known.join('\r\n') }
  }
  Object.assign(connection, { createOffer })
}
