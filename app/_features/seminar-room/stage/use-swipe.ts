import { useRef, type PointerEvent } from 'react'

const SWIPE_MIN_PX = 40

/** A finger drawn sideways. Wants `touch-action: pan-y` on the element, else the browser takes the finger for scrolling. */
export function useSwipe(turn: (step: 1 | -1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null
    },
    onPointerUp: (event: PointerEvent) => {
      const start = from.current
      from.current = null
      if (start === null) return
      const [x, y] = [event.clientX - start.x, event.clientY - start.y]
      if (Math.abs(x) >= SWIPE_MIN_PX && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1)
    },
    onPointerCancel: () => {
      from.current = null
    },
  }
}
