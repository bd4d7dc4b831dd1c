const NAME_HEIGHT_PX = 18
/** A character of a name, and the space around it. */
const NAME_CHAR_PX = 11.5
const NAME_INSET_PX = 12

/**
 * A ProseMirror plugin view: keeps the names in the margin from lying on each other, and marks carets at the end of
 * their line, where a narrow panel has room for the name.
 */
export function placeCaretNames(root: HTMLElement) {
  let frame = 0
  const schedule = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => place(root))
  }
  const resized = new ResizeObserver(schedule)
  resized.observe(root)
  schedule()
  return {
    update: schedule,
    destroy: () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
    },
  }
}

function place(root: HTMLElement): void {
  const carets = [...root.querySelectorAll<HTMLElement>('.plan-caret')]
  const tops = carets.map((caret) => caret.getBoundingClientRect().top)
  const order = carets.map((_, index) => index).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0))
  let freeFrom = -Infinity
  for (const index of order) {
    const caret = carets[index]
    const top = tops[index]
    if (caret === undefined || top === undefined) continue
    const at = Math.max(top, freeFrom)
    freeFrom = at + NAME_HEIGHT_PX
    caret.style.setProperty('--name-shift', `${at - top}px`)
    caret.toggleAttribute('data-line-end', isAtLineEnd(caret) && hasRoom(caret, root))
  }
}

/** Nothing but the editor's own placeholders follows in this block. */
function isAtLineEnd(caret: HTMLElement): boolean {
  for (let next = caret.nextSibling; next !== null; next = next.nextSibling)
    if ((next.textContent ?? '') !== '') return false
  return true
}

function hasRoom(caret: HTMLElement, root: HTMLElement): boolean {
  const widthPx = (caret.dataset['name']?.length ?? 0) * NAME_CHAR_PX + NAME_INSET_PX
  return caret.getBoundingClientRect().right + widthPx <= root.getBoundingClientRect().right
}
