import type { Page } from '@playwright/test'

/** Of one visit, in milliseconds of the page's own clock, which begins with the navigation. */
export interface Entry {
  pressedMs: number
  firstFrameMs: number
}

declare global {
  interface Window {
    /** Goes in as soon as the page lets one, or now. Resolves with the first picture that is shown. */
    tongkeEnter: () => Promise<Entry>
    /** Of a page that goes in by itself. */
    tongkeEntry: Promise<Entry>
  }
}

/**
 * Runs in the page, before anything of it, the same on both sides: ticks what must be ticked and presses 进入 in the moment in
 * which the button is there; the first frame of any `<video>` is the end. Whoever joins here has no camera, so no
 * picture is one's own.
 */
function prepareEntry(): void {
  let seen: (atMs: number) => void = () => undefined
  const firstFrame = new Promise<number>((resolve) => (seen = resolve))
  const watched = new WeakSet<HTMLVideoElement>()
  const watch = () => {
    for (const video of document.querySelectorAll('video')) {
      if (watched.has(video)) continue
      watched.add(video)
      video.requestVideoFrameCallback(() => seen(performance.now()))
    }
  }
  const press = (): boolean => {
    const box = document.querySelector<HTMLInputElement>('form input[type="checkbox"]')
    if (box?.checked === false) box.click()
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => /^进入/.test(textContent ?? ''))
    if (button === undefined || (box !== null && !box.checked)) return false
    button.click()
    return true
  }
  const everyChange = (react: () => boolean | void) => {
    const observer = new MutationObserver(() => {
      if (react() === true) observer.disconnect()
    })
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  }
  everyChange(watch)
  window.tongkeEnter = () =>
    new Promise<number>((resolve) => {
      const tryNow = () => {
        if (!press()) return false
        resolve(performance.now())
        return true
      }
      if (!tryNow()) everyChange(tryNow)
    }).then(async (pressedMs) => ({ pressedMs, firstFrameMs: await firstFrame }))
}

/** For pages that are opened from now on. `atOnce`: they go in by themselves as soon as they can. */
export async function installEntry(page: Page, { atOnce }: { atOnce: boolean }): Promise<void> {
  await page.addInitScript({
    content: `(${prepareEntry.toString()})();${atOnce ? 'window.tongkeEntry = window.tongkeEnter()' : ''}`,
  })
}

/** When a page that went in by itself was in. */
export const entryOf = (page: Page): Promise<Entry> => page.evaluate(() => window.tongkeEntry)

/** Goes in now. */
export const enterNow = (page: Page): Promise<Entry> => page.evaluate(() => window.tongkeEnter())
