'use client'

import { useEffect, useRef } from 'react'
import { useStandingPicture } from './use-standing-picture.ts'

type StreamVideoProps = {
  stream: MediaStream | null
  /** What the last picture is remembered by, where the stream itself is made anew with each element. */
  keptBy?: object
  /** One sees oneself as in a mirror. */
  isMirrored?: boolean
  isFrozen?: boolean
  /** `whole`: nothing of a slide may be cut off. */
  fit?: 'cover' | 'whole'
}

/** A picture that moves, always silent: sound has its own elements, which survive every change of layout. */
export function StreamVideo({ stream, keptBy, isMirrored = false, isFrozen = false, fit = 'cover' }: StreamVideoProps) {
  const video = useRef<HTMLVideoElement>(null)
  const still = useRef<HTMLCanvasElement>(null)
  useStandingPicture({ video, still, shown: keptBy ?? stream, isFrozen })
  useEffect(() => {
    const element = video.current
    if (element === null || element.srcObject === stream) return
    element.srcObject = stream
    // Refused only while the element is being taken away; silent video always plays.
    element.play().catch(() => undefined)
  }, [stream])
  const look = {
    'aria-hidden': true,
    'data-fit': fit,
    ...(isMirrored ? { 'data-mirrored': '' } : {}),
    ...(isFrozen ? { 'data-frozen': '' } : {}),
  }
  return (
    <>
      <video ref={video} muted playsInline autoPlay tabIndex={-1} {...look} />
      <canvas ref={still} hidden {...look} />
    </>
  )
}
