import type { Page } from '@playwright/test'

const TAB_STOPS_MAX = 200
/** How far around the focused element its ring may be drawn: the box around a field, the word within a tab. */
const ANCESTORS = 4

interface Ring {
  /** As a person would name it, for the message. */
  name: string
  /** Null where nothing is wrong with the ring itself; whether it goes away is seen at the next stop. */
  fault: string | null
}

interface RingWatch {
  /** The looks of what could carry the ring, as they were while the focus was there. */
  marked: { node: Element; look: string }[]
  /** The first stop: when it comes again, all have been seen. */
  first: Element | null
}

declare global {
  interface Window {
    tongkeRing: RingWatch
  }
}

/**
 * Walks a page by Tab and tells what is wrong with how the focus is shown: every stop has a ring of 2 px that was not
 * there before and is not cut, stands in the window and is covered by nothing. What one writes in shows its caret.
 */
export async function faultyRings(page: Page): Promise<{ stops: number; faults: string[] }> {
  await page.evaluate(() => {
    window.tongkeRing = { marked: [], first: null }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const faults: string[] = []
  let last: string | null = null
  for (let stops = 0; stops < TAB_STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab')
    const { staysMarked, ring } = await page.evaluate(readRing, ANCESTORS)
    if (staysMarked && last !== null) faults.push(`${last}: looks the same without the focus`)
    if (ring === null) return { stops, faults }
    if (ring.fault !== null) faults.push(`${ring.name}: ${ring.fault}`)
    last = ring.name
  }
  throw new Error(`${page.url()} has more than ${TAB_STOPS_MAX} places to stop at.`)
}

/** In the page. Null when the walk has come to its end. */
function readRing(ancestors: number): { staysMarked: boolean; ring: Ring | null } {
  const lookOf = (node: Element) => {
    const { outline, boxShadow, backgroundColor, borderColor } = getComputedStyle(node)
    return [outline, boxShadow, backgroundColor, borderColor].join(' ')
  }
  const { marked, first } = window.tongkeRing
  const staysMarked = marked.length > 0 && marked.every(({ node, look }) => node.isConnected && lookOf(node) === look)
  const element = document.activeElement
  if (element === null || element === document.body || element === first) return { staysMarked, ring: null }
  window.tongkeRing.first ??= element
  const around: Element[] = [element, ...element.querySelectorAll('*')]
  for (let node = element.parentElement; node !== null && around.length < 500; node = node.parentElement) {
    if (node === document.body || around.filter((one) => one.contains(element)).length > ancestors) break
    around.push(node, ...[...node.children].filter((child) => !child.contains(element) && child.children.length < 3))
  }
  window.tongkeRing.marked = around.map((node) => ({ node, look: lookOf(node) }))
  const text = element.getAttribute('aria-label') ?? element.textContent
  const name = `${element.tagName.toLowerCase()} “${text.trim().slice(0, 24)}”`
  if (element instanceof HTMLElement && element.isContentEditable) {
    window.tongkeRing.marked = []
    return { staysMarked, ring: { name, fault: null } }
  }
  const isRing = (node: Element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node)
    return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && !/, 0\)$|\/ 0\)$/.test(outlineColor)
  }
  const bearer = around.find(isRing)
  // A part of a date stands on green ground instead.
  if (bearer === undefined) {
    const isFilled = element.getAttribute('role') === 'spinbutton'
    return { staysMarked, ring: { name, fault: isFilled ? null : 'has no ring' } }
  }
  const { outlineOffset, outlineWidth } = getComputedStyle(bearer)
  const outside = Math.max(0, parseFloat(outlineOffset) + parseFloat(outlineWidth))
  const box = bearer.getBoundingClientRect()
  const cut = (edge: { left: number; top: number; right: number; bottom: number }, axes: { x: boolean; y: boolean }) =>
    (axes.x && (box.left - outside < edge.left - 1 || box.right + outside > edge.right + 1)) ||
    (axes.y && (box.top - outside < edge.top - 1 || box.bottom + outside > edge.bottom + 1))
  for (let node = bearer.parentElement; node !== null && node !== document.body; node = node.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(node)
    const clips = { x: overflowX !== 'visible', y: overflowY !== 'visible' }
    if (cut(node.getBoundingClientRect(), clips)) {
      return {
        staysMarked,
        ring: { name, fault: `its ring is cut by ${node.tagName.toLowerCase()}.${node.className}` },
      }
    }
    if (position === 'fixed') break
  }
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 200))
  if (middle === null) return { staysMarked, ring: { name, fault: 'is outside the window' } }
  const isSeen = bearer.contains(middle) || middle.contains(bearer) || around.includes(middle)
  return { staysMarked, ring: { name, fault: isSeen ? null : `is covered by ${middle.outerHTML.slice(0, 80)}` } }
}
