/* These run in the page; none may reach anything of this file. */

interface Followed {
  shift: number
  /** Of the text, at any frame since it was there. */
  leastHeightPx: number
  /** At any frame. */
  mostTexts: number
  frames: number
}

declare global {
  interface Window {
    tongkeFollowed: Followed
  }
}

/** Before anything of the page: looks at the plan's text at every frame. */
export function followText(): void {
  const followed: Followed = { shift: 0, leastHeightPx: Infinity, mostTexts: 0, frames: 0 }
  window.tongkeFollowed = followed
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) followed.shift += Number(Reflect.get(entry, 'value'))
  }).observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    const texts = [...document.querySelectorAll('.plan-text')]
    if (texts.length > 0 || followed.frames > 0) {
      followed.frames += 1
      followed.mostTexts = Math.max(followed.mostTexts, texts.length)
      const heightPx = texts[0]?.getBoundingClientRect().height ?? 0
      // The document is still being read.
      if (document.readyState !== 'loading') followed.leastHeightPx = Math.min(followed.leastHeightPx, heightPx)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

export const readFollowed = (): Followed => window.tongkeFollowed

/** Where each heading, line, cell, row and picture of the plan stands on the page. */
export function boxesOfText(): { name: string; box: number[] }[] {
  const parts = document.querySelectorAll('.plan-text :is(h1, h2, h3, p, ol, ul, li, table, tr, td, th, img)')
  return [...parts]
    .filter((part) => !part.matches('.ProseMirror-separator'))
    .map((part) => {
      const { left, top, width, height } = part.getBoundingClientRect()
      const name = `${part.localName} ${(part.textContent ?? '').slice(0, 12)}`
      return { name, box: [left, top, width, height] }
    })
}
