import type { Browser, Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { roomRequests } from '#core/contract/room-requests.ts'
import type { MediaPeer } from '#server/media/media-peer.ts'
import type { MediaRoom } from '#server/media/media-room.ts'

/** Answered by the test itself: a secure context, as cameras need, without a server. */
const PAGE_URL = 'https://media.test/'

export async function bundlePage(): Promise<string> {
  const input = new URL('./page/media-page.ts', import.meta.url).pathname
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'iife' })
  await bundle.close()
  return output[0].code
}

/** What a page may ask; every payload is parsed by the product's own contract. */
function answer(room: MediaRoom, peer: MediaPeer): Record<string, (payload: unknown) => unknown> {
  return {
    capabilities: () => room.rtpCapabilities,
    create: (payload) => peer.createTransport(roomRequests['media.create-transport'].input.parse(payload)),
    connect: (payload) => peer.connectTransport(roomRequests['media.connect-transport'].input.parse(payload)),
    produce: (payload) => peer.produce(roomRequests['media.produce'].input.parse(payload)),
    consume: (payload) => peer.consume(roomRequests['media.consume'].input.parse(payload)),
    resume: (payload) => peer.resumeConsumer(roomRequests['media.request-keyframe'].input.parse(payload)),
  }
}

/** A page whose requests go to one peer; `enter` changes which, as a reset does. */
export interface BrowserPeer {
  page: Page
  peer: MediaPeer
  enter(room: MediaRoom): void
}

export async function openBrowserPeer({
  browser,
  script,
  room,
  peerId,
}: {
  browser: Browser
  script: string
  room: MediaRoom
  peerId: string
}): Promise<BrowserPeer> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  const page = await context.newPage()
  await page.route(PAGE_URL, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }))
  const enter = (entered: MediaRoom) => {
    own.peer = entered.addPeer({ peerId })
    handlers = answer(entered, own.peer)
  }
  const own: BrowserPeer = { page, peer: room.addPeer({ peerId }), enter }
  let handlers = answer(room, own.peer)
  await page.exposeFunction('ask', async (method: string, payload: unknown) => await handlers[method]?.(payload))
  await page.goto(PAGE_URL)
  await page.addScriptTag({ content: script })
  return own
}
