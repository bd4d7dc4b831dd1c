import { useEffect, useRef } from 'react'

export type Shortcuts = Readonly<Record<string, (() => void) | null>>

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]'

/** Single keys, while nobody types and no dialog is open. `null` does nothing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return
      const act = latest.current[event.key.toLowerCase()]
      if (act === undefined || act === null) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
