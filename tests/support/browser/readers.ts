import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { PictureReading } from '#tests/support/footage/picture-code.ts'
import type { LipSync } from './page/lip-sync.ts'
import type { PageReaders } from './page/page-readers.ts'
import type { PictureWatch } from './page/read-picture.ts'
import type { HeardCamera } from './page/read-sound.ts'
import { bundlePageScript } from './page-script.ts'

const MODULES = [
  '../footage/footage-clock.ts',
  '../footage/picture-code.ts',
  '../footage/sound-code.ts',
  './page/page-media.ts',
  './page/read-track.ts',
  './page/read-picture.ts',
  './page/read-sound.ts',
  './page/lip-sync.ts',
  './page/page-readers.ts',
].map((path) => new URL(path, import.meta.url))

/** Long enough for two windows of sound. */
const LISTEN_MS = 3_000

let bundled: string | null = null
const script = (): string => (bundled ??= bundlePageScript(MODULES))

declare global {
  interface Window {
    tongkeReaders: PageReaders
  }
}

/**
 * For every page that is opened from now on. Needed only where a page plays media outside its document or its own
 * devices are read; for the rest the readers come by themselves when first used.
 */
export async function installReaders(target: BrowserContext | Page): Promise<void> {
  await target.addInitScript({ content: script() })
}

async function ensureReaders(page: Page): Promise<void> {
  const arePresent = await page.evaluate(() => 'tongkeReaders' in window)
  if (!arePresent) await page.evaluate(script())
}

/** Which camera this `<video>` shows now and at which moment of its footage. Null: no picture, or not footage. */
export async function readCamera(video: Locator): Promise<PictureReading | null> {
  await ensureReaders(video.page())
  return await video.evaluate((element: HTMLVideoElement) => window.tongkeReaders.readPicture(element))
}

/** Every moment that this `<video>` shows for a while: the cameras, how smoothly, and its phase to the wall clock. */
export async function watchCamera(video: Locator, { durationMs }: { durationMs: number }): Promise<PictureWatch> {
  await ensureReaders(video.page())
  return await video.evaluate(
    (element: HTMLVideoElement, options) => window.tongkeReaders.watchPicture(element, options),
    { durationMs },
  )
}

/** The cameras whose tones are in this element's sound, the loudest first, also when the element is muted. */
export async function readTones(media: Locator, { durationMs = LISTEN_MS } = {}): Promise<HeardCamera[]> {
  await ensureReaders(media.page())
  return await media.evaluate(
    (element: HTMLMediaElement, options) => window.tongkeReaders.readTones(element, options),
    { durationMs },
  )
}

/** What a person in front of this page hears: all that plays aloud, also outside the document. */
export async function readPageTones(page: Page, { durationMs = LISTEN_MS } = {}): Promise<HeardCamera[]> {
  await ensureReaders(page)
  return await page.evaluate((options) => window.tongkeReaders.readPageTones(options), { durationMs })
}

/** How late the sound of the camera in this `<video>` is; `sound` is the element that plays it, by default the same. */
export async function measureLipSync(
  video: Locator,
  { sound = video, durationMs = LISTEN_MS }: { sound?: Locator; durationMs?: number } = {},
): Promise<LipSync | null> {
  await ensureReaders(video.page())
  const soundElement = await sound.elementHandle()
  return await video.evaluate(
    (element: HTMLVideoElement, [heard, options]) =>
      heard instanceof HTMLMediaElement
        ? window.tongkeReaders.measureLipSync(element, { sound: heard, ...options })
        : null,
    [soundElement, { durationMs }] as const,
  )
}

/** The same at the page's own camera and microphone: what receivers are compared with. Wants installReaders before. */
export async function measureOwnLipSync(page: Page, { durationMs = LISTEN_MS } = {}): Promise<LipSync | null> {
  return await page.evaluate((options) => window.tongkeReaders.measureOwnLipSync(options), { durationMs })
}

/** Frames that this `<video>` has decoded since its source began. */
export async function framesDecoded(video: Locator): Promise<number> {
  return await video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames)
}
