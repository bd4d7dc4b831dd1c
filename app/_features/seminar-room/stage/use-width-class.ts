import { useSyncExternalStore } from 'react'

export type WidthClass = 'phone' | 'laptop' | 'wide'

const PHONE = '(width <= 43.75rem)'
const LAPTOP = '(43.75rem < width <= 73.75rem)'

function subscribe(listener: () => void): () => void {
  const queries = [PHONE, LAPTOP].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

const read = (): WidthClass => (matchMedia(PHONE).matches ? 'phone' : matchMedia(LAPTOP).matches ? 'laptop' : 'wide')

/** The same three widths as the styles: how many tiles fit is a matter of decoding, not only of looks. */
export const useWidthClass = (): WidthClass => useSyncExternalStore(subscribe, read, () => 'wide')
