'use client'

import { useEffect, useRef } from 'react'

type StreamVideoProps = {
  stream: MediaStream | null
  /** One sees oneself as in a mirror. */
  isMirrored?: boolean
  isFrozen?: boolean
  /** `whole`: nothing of a slide may be cut off. */
  fit?: 'cover' | 'whole'
}

/** A picture that moves, always silent: sound has its own elements, which survive every change of layout. */
export function StreamVideo({ stream, isMirrored = false, isFrozen = false, fit = 'cover' }: StreamVideoProps) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (video === null || video.srcObject === stream) return
    video.srcObject = stream
    // Refused only while the element is being taken away; silent video always plays.
    video.play().catch(() => undefined)
  }, [stream])
  return (
    <video
      ref={element}
      muted
      playsInline
      autoPlay
      tabIndex={-1}
      aria-hidden
      data-fit={fit}
      {...(isMirrored ? { 'data-mirrored': '' } : {})}
      {...(isFrozen ? { 'data-frozen': '' } : {})}
    />
  )
}
