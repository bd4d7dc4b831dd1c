import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

const NEAR_END_PX = 60
const NEAR_START_PX = 80

interface StuckScrollOptions {
  /** Changes when something comes at the end. */
  lastKey: string | number
  /** Changes when something comes at the start. */
  firstKey: string | number
  onNearStart: () => void
}

export interface StuckScroll {
  list: RefObject<HTMLDivElement | null>
  isAtEnd: boolean
  onScroll: () => void
  toEnd: () => void
}

/** A list that stays at its end while one is there, and where one reads while older things come before. */
export function useStuckScroll({ lastKey, firstKey, onNearStart }: StuckScrollOptions): StuckScroll {
  const list = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const heightBefore = useRef(0)

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    if (!isAtEnd) element.scrollTop += element.scrollHeight - heightBefore.current
    heightBefore.current = element.scrollHeight
    // What comes before the first line must not move the line that is read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [firstKey])

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    if (isAtEnd) element.scrollTop = element.scrollHeight
    heightBefore.current = element.scrollHeight
  }, [lastKey, isAtEnd])

  useEffect(() => {
    const element = list.current
    if (element === null) return
    const sizes = new ResizeObserver(() => {
      if (isAtEnd) element.scrollTop = element.scrollHeight
    })
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [isAtEnd])

  const onScroll = () => {
    const element = list.current
    if (element === null) return
    setIsAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX)
    if (element.scrollTop < NEAR_START_PX) onNearStart()
  }
  const toEnd = () => setIsAtEnd(true)
  return { list, isAtEnd, onScroll, toEnd }
}
