import { useEffect, useRef } from 'react'

/** Here these keys scroll, or belong to who is typing. */
const OWN_USE = 'aside, input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]'
const STEPS: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 }

/** PageUp and PageDown turn the pages of the stage from anywhere but the side panel. */
export function usePageKeys(turn: (step: 1 | -1) => void): void {
  const latest = useRef(turn)
  useEffect(() => {
    latest.current = turn
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(OWN_USE) !== null) return
      event.preventDefault()
      latest.current(step)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
