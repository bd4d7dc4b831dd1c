import { useState } from 'react'

export interface Pages<T> {
  shown: readonly T[]
  /** On the pages before and after this one. */
  before: readonly T[]
  after: readonly T[]
  /** From 0. */
  page: number
  count: number
  go: (page: number) => void
}

/** The largest even share of at most `most`: seven in pages of six are two pages of four, not six and one. */
export const evenPageSize = (total: number, { most }: { most: number }): number =>
  Math.max(1, Math.ceil(total / Math.max(1, Math.ceil(total / most))))

/**
 * A page of a list that may grow and shrink meanwhile. Every page is full, so that nothing jumps when one turns them: the
 * last one begins again with the end of the one before it.
 */
export function usePages<T>(all: readonly T[], { size }: { size: number }): Pages<T> {
  const [wanted, go] = useState(0)
  const count = size === Infinity ? 1 : Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, count - 1)
  const first = count === 1 ? 0 : Math.min(page * size, all.length - size)
  const end = first + size
  return { shown: all.slice(first, end), before: all.slice(0, first), after: all.slice(end), page, count, go }
}
