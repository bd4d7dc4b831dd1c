import { useEffect, useState, type RefObject } from 'react'

const QUIET_AFTER_MS = 3_000

/** True when nobody has touched anything for a while: on a phone on its side the controls step back then. */
export function useQuietControls(view: RefObject<HTMLElement | null>): boolean {
  const [isQuiet, setIsQuiet] = useState(false)
  useEffect(() => {
    const element = view.current
    if (element === null) return
    let timer: ReturnType<typeof setTimeout>
    const wake = () => {
      setIsQuiet(false)
      clearTimeout(timer)
      timer = setTimeout(() => setIsQuiet(true), QUIET_AFTER_MS)
    }
    wake()
    const wakers = ['pointerdown', 'pointermove', 'keydown'] as const
    for (const name of wakers) element.addEventListener(name, wake)
    return () => {
      clearTimeout(timer)
      for (const name of wakers) element.removeEventListener(name, wake)
    }
  }, [view])
  return isQuiet
}
