import { useEffect, useRef, type RefObject } from 'react'
import type { MediaSlot } from '#app/_client/media-store.ts'
import { useSeminar } from '../session/seminar-context.tsx'

/** A tile counts as seen from this part on. */
const SEEN_RATIO = 0.3

/** Tells the media client how large this element is while it is on the screen, and that nobody looks when it is not. */
export function useTileSize(slot: MediaSlot): RefObject<HTMLDivElement | null> {
  const { media } = useSeminar()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tile = element.current
    if (tile === null) return
    let isSeen = false
    const tell = () => {
      const { width, height } = tile.getBoundingClientRect()
      const shown = isSeen && width > 0 && document.visibilityState === 'visible'
      media.setVisible(slot, shown ? { widthPx: width, heightPx: height } : null)
    }
    const sizes = new ResizeObserver(tell)
    const sights = new IntersectionObserver(
      ([entry]) => {
        isSeen = (entry?.intersectionRatio ?? 0) >= SEEN_RATIO
        tell()
      },
      { threshold: [0, SEEN_RATIO] },
    )
    sizes.observe(tile)
    sights.observe(tile)
    document.addEventListener('visibilitychange', tell)
    return () => {
      sizes.disconnect()
      sights.disconnect()
      document.removeEventListener('visibilitychange', tell)
      media.setVisible(slot, null)
    }
  }, [media, slot])
  return element
}
