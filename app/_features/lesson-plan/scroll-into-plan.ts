/** How far down the sheet a passage comes to stand. */
const PLACE_RATIO = 0.3

/** Shows a passage within the sheet that scrolls, never by moving the page: one may be reading or watching elsewhere. */
export function scrollIntoPlan(passage: Element): void {
  const sheet = scrollerOf(passage)
  if (sheet === null) return
  const distance = passage.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  sheet.scrollTop += distance - sheet.clientHeight * PLACE_RATIO
}

function scrollerOf(element: Element): Element | null {
  const parent = element.parentElement
  if (parent === null || parent === document.body) return null
  const { overflowY } = getComputedStyle(parent)
  return overflowY === 'auto' || overflowY === 'scroll' ? parent : scrollerOf(parent)
}
