import { useEffect, useEffectEvent } from 'react'

export type ReviewKey = 'down' | 'up' | 'toggle' | 'all' | 'approve' | 'return' | 'reject' | 'none'

const KEYS: Readonly<Record<string, ReviewKey>> = {
  j: 'down',
  k: 'up',
  x: 'toggle',
  a: 'all',
  '1': 'approve',
  '2': 'return',
  '3': 'reject',
  Escape: 'none',
}

/** Keys for whoever decides many: not while something is typed, and not over a dialog. */
export function useReviewKeys({ isOn, onKey }: { isOn: boolean; onKey: (key: ReviewKey) => void }) {
  const press = useEffectEvent(onKey)
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      const key = KEYS[event.key]
      if (key === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.target instanceof HTMLElement && event.target.closest('input[type="search"], textarea, select')) return
      event.preventDefault()
      press(key)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])
}
