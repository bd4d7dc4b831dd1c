import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { keepPicture, paintKept } from './kept-pictures.ts'

interface StandingPictureOptions {
  video: RefObject<HTMLVideoElement | null>
  /** Above the video. */
  still: RefObject<HTMLCanvasElement | null>
  /** What is shown; null while nothing is. */
  shown: object | null
  isFrozen: boolean
}

/**
 * A `<video>` that is mounted anew is black until its next picture, and one that is frozen gets none. So the last picture
 * is painted on a canvas above it, until a new one is there.
 */
export function useStandingPicture({ video, still, shown, isFrozen }: StandingPictureOptions): void {
  const hasMoved = useRef(false)

  // Before the element is taken away its picture is still in it: an effect proper would come too late.
  useLayoutEffect(() => {
    const [element, canvas] = [video.current, still.current]
    if (element === null || canvas === null || shown === null) return
    hasMoved.current = false
    canvas.hidden = !paintKept(shown, { onto: canvas })
    return () => {
      if (hasMoved.current && canvas.hidden) keepPicture(shown, { video: element })
    }
  }, [video, still, shown])

  useEffect(() => {
    const [element, canvas] = [video.current, still.current]
    if (element === null || canvas === null || shown === null) return
    if (isFrozen) {
      // A track that ends later paints the element black; the canvas keeps what was seen.
      if (hasMoved.current) keepPicture(shown, { video: element })
      canvas.hidden = !paintKept(shown, { onto: canvas })
      return
    }
    const waiting = element.requestVideoFrameCallback(() => {
      hasMoved.current = true
      canvas.hidden = true
    })
    return () => element.cancelVideoFrameCallback(waiting)
  }, [video, still, shown, isFrozen])
}
