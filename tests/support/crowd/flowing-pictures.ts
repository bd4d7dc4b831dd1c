import type { BrowserContext, Page } from '@playwright/test'

const WATCH_MS = 1_500

declare global {
  interface Window {
    tongkeConnections: RTCPeerConnection[]
  }
}

/** Before the page is opened: remembers its connections. */
export async function installPictureCounter(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.tongkeConnections = []
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, parameters: [RTCConfiguration?]) {
        const connection = new target(...parameters)
        window.tongkeConnections.push(connection)
        return connection
      },
    })
  })
}

/** The tracks of which packets arrive and pictures are decoded during a second and a half: the server pauses all others. */
export async function flowingPictures(page: Page): Promise<string[]> {
  return await page.evaluate(async (watchMs) => {
    const read = async () => {
      const found = new Map<string, number>()
      for (const connection of window.tongkeConnections) {
        for (const entry of (await connection.getStats()).values()) {
          if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
            found.set(String(entry.trackIdentifier), Number(entry.packetsReceived) + Number(entry.framesDecoded))
          }
        }
      }
      return found
    }
    const before = await read()
    await new Promise((resolve) => setTimeout(resolve, watchMs))
    const after = await read()
    return [...after].filter(([track, count]) => count > (before.get(track) ?? 0)).map(([track]) => track)
  }, WATCH_MS)
}
