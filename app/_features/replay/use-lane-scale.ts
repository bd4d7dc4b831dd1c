'use client'

import { usePlayerState, useReplay } from './replay-context.ts'

/** A line that grows every second would be drawn anew every second. */
const LIVE_GRAIN_MS = 5_000

/** Where a moment stands on the line, in percent of its width. */
export function useLaneScale() {
  const { manifest } = useReplay()
  const lengthMs = usePlayerState(({ durationMs }) =>
    manifest.live ? Math.ceil(durationMs / LIVE_GRAIN_MS) * LIVE_GRAIN_MS : durationMs,
  )
  const ratio = (ms: number) => Math.min(1, Math.max(0, ms / Math.max(1, lengthMs)))
  const percent = (value: number) => `${(value * 100).toFixed(3)}%`
  return {
    lengthMs,
    left: (ms: number) => percent(ratio(ms)),
    width: (fromMs: number, toMs: number) => percent(ratio(toMs) - ratio(fromMs)),
  }
}
