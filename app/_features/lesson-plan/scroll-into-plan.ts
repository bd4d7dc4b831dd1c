/** How far down the sheet a passage comes to stand: its heading is seen above it. */
const PLACE_PX = 72

/** Shows a passage within the sheet that scrolls, never by moving the page: one may be reading or watching elsewhere. */
export function scrollIntoPlan(passage: Element): void {
  const sheet = scrollerOf(passage)
  if (sheet === null) return
  const distance = passage.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  sheet.scrollTop += distance - PLACE_PX
}

function scrollerOf(element: Element): Element | null {
  const parent = element.parentElement
  if (parent === null || parent === document.body) return null
  const { overflowY } = getComputedStyle(parent)
  return overflowY === 'auto' || overflowY === 'scroll' ? parent : scrollerOf(parent)
}
