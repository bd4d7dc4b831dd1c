import { useState } from 'react'

export interface Pages<T> {
  shown: readonly T[]
  page: number
  count: number
  go: (page: number) => void
}

/** A page of a list that may grow and shrink meanwhile: the last page is the last there is. */
export function usePages<T>(all: readonly T[], { size }: { size: number }): Pages<T> {
  const [wanted, go] = useState(0)
  const count = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, count - 1)
  const first = size === Infinity ? 0 : page * size
  return { shown: all.slice(first, first + size), page, count, go }
}
