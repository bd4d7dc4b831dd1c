/** How far down the sheet a passage comes to stand where no line begins near it. */
const PLACE_PX = 72
/** So much above a passage is worth its place: its heading, and a line or two. */
const ABOVE_MOST_PX = 148
/** Above the first line, so that it does not hang from the sheet's edge. */
const AIR_PX = 10

/**
 * Shows a passage within the sheet that scrolls, under its heading or under a whole line: never with half a line at the
 * sheet's edge, and never by moving the page, for one may be reading or watching elsewhere.
 */
export function scrollIntoPlan(passage: Element): void {
  const sheet = scrollerOf(passage)
  if (sheet === null) return
  const distance = passage.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  sheet.scrollTop += distance - placeUnderLine(passage, sheet)
}

function placeUnderLine(passage: Element, sheet: Element): number {
  const passageTop = passage.getBoundingClientRect().top
  const above = [...sheet.querySelectorAll('h1, h2, h3, p, tr, img')]
    .filter((line) => line.compareDocumentPosition(passage) === Node.DOCUMENT_POSITION_FOLLOWING)
    .map((line) => ({ abovePx: passageTop - line.getBoundingClientRect().top, isHeading: line.matches('h1, h2, h3') }))
    .filter(({ abovePx }) => abovePx > 0 && abovePx <= ABOVE_MOST_PX)
  const first = above.findLast(({ isHeading }) => isHeading) ?? above[0]
  return first === undefined ? PLACE_PX : first.abovePx + AIR_PX
}

function scrollerOf(element: Element): Element | null {
  const parent = element.parentElement
  if (parent === null || parent === document.body) return null
  const { overflowY } = getComputedStyle(parent)
  return overflowY === 'auto' || overflowY === 'scroll' ? parent : scrollerOf(parent)
}
