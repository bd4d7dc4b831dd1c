import type { FocusEvent } from 'react'

/**
 * For `onFocusCapture` around a GridList. React Aria takes the very first focus on a button inside a row for one on the
 * list itself, and moves it to the first row: who comes by script or screen reader would press Enter on the wrong thing.
 * Told of the row before, it leaves the button alone. Can go when `useSelectableCollection` looks at where in the list the
 * focus has come.
 */
export function focusRowFirst(event: FocusEvent<HTMLElement>): void {
  const { currentTarget: list, target: wanted, relatedTarget: before } = event
  const row = wanted.closest<HTMLElement>('[role="row"]')
  const isFromInside = before instanceof Node && list.contains(before)
  if (isFromInside || row === null || row === wanted) return
  event.stopPropagation()
  row.focus()
  wanted.focus()
}
