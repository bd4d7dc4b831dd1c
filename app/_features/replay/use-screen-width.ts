'use client'

import { useSyncExternalStore } from 'react'

export type ScreenWidth = 'phone' | 'laptop' | 'wide'

const PHONE = '(width <= 43.75rem)'
const WIDE = '(width > 73.75rem)'

const subscribe = (listener: () => void) => {
  const queries = [PHONE, WIDE].map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

const read = (): ScreenWidth => {
  if (window.matchMedia(PHONE).matches) return 'phone'
  return window.matchMedia(WIDE).matches ? 'wide' : 'laptop'
}

/** Which of the three drawings fits: for matter that moves to another place, where a class cannot do it. */
export const useScreenWidth = (): ScreenWidth => useSyncExternalStore(subscribe, read, () => 'wide')
