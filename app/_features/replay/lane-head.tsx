'use client'

import { useTranslations } from 'next-intl'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { usePlayerState, useReplay } from './replay-context.ts'
import { useLaneScale } from './use-lane-scale.ts'

/** While the line is dragged: often enough to look for a place, seldom enough for the pictures. */
const DRAG_SEEK_MS = 160
const KEY_STEP_MS = 5_000

/** The ink line at the present moment, and the ground under the marks that is pressed and dragged. */
export function LaneHead() {
  const t = useTranslations('replay')
  const { player } = useReplay()
  const { left, lengthMs } = useLaneScale()
  const positionMs = usePlayerState((state) => state.positionMs)
  const lastSeekMs = useRef(0)
  const seekTo = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left: edge, width } = currentTarget.getBoundingClientRect()
    player.seek(Math.min(1, Math.max(0, (clientX - edge) / width)) * lengthMs)
    lastSeekMs.current = performance.now()
  }
  const keyed = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -KEY_STEP_MS, ArrowRight: KEY_STEP_MS, PageUp: -60_000, PageDown: 60_000 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    player.seek(player.positionMs() + step)
  }
  return (
    <div className="replay-head">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(lengthMs / 1_000)}
        aria-valuenow={Math.min(Math.round(positionMs / 1_000), Math.round(lengthMs / 1_000))}
        aria-valuetext={momentWords(positionMs)}
        className="replay-head-ground"
        onKeyDown={keyed}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          seekTo(event)
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
          if (performance.now() - lastSeekMs.current >= DRAG_SEEK_MS) seekTo(event)
        }}
        onPointerUp={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event)
        }}
      />
      <span className="replay-head-line" style={{ left: left(positionMs) }} aria-hidden />
      <em className="replay-head-flag" style={{ left: `min(${left(positionMs)}, 100% - 1.75rem)` }} aria-hidden>
        {momentWords(positionMs)}
      </em>
    </div>
  )
}
