'use client'

import { useEffect } from 'react'
import { RATES, type ReplayPlayer } from '#app/_client/replay/replay-player.ts'

const STEP_MS = 10_000
const SMALL_STEP_MS = 5_000
const FRAME_MS = 1_000 / 30

/** Keys belong to who has the focus: text, lists that move by arrows, buttons that are pressed by the space bar. */
const WRITES =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], dialog, [role="dialog"]'
const MOVES_BY_ARROWS = '[role="tab"], [role="radio"]'
const PRESSES = 'button, a, summary, [role="button"], [role="tab"]'

interface KeyTargets {
  toggleFullscreen: () => void
}

/** Space, arrows, J K L, F, digits, comma and full stop, as in other players. */
export function useReplayKeys(player: ReplayPlayer, { toggleFullscreen }: KeyTargets): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(WRITES)) return
      if (event.key.startsWith('Arrow') && target?.closest(MOVES_BY_ARROWS)) return
      if (event.key === ' ' && target?.closest(PRESSES)) return
      if (actOn(player, event, { toggleFullscreen })) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [player, toggleFullscreen])
}

/** Whether the key meant something. */
function actOn(player: ReplayPlayer, { key, shiftKey }: KeyboardEvent, { toggleFullscreen }: KeyTargets): boolean {
  const step = shiftKey ? SMALL_STEP_MS : STEP_MS
  const by = (ms: number) => player.seek(player.positionMs() + ms)
  const { durationMs } = player.store.getState()
  const acts: Record<string, () => void> = {
    ' ': () => player.toggle(),
    k: () => player.toggle(),
    j: () => by(-STEP_MS),
    l: () => by(STEP_MS),
    f: toggleFullscreen,
    arrowleft: () => by(-step),
    arrowright: () => by(step),
    arrowup: () => changeRate(player, 1),
    arrowdown: () => changeRate(player, -1),
    home: () => player.seek(0),
    end: () => player.seek(durationMs),
    ',': () => stepFrame(player, -FRAME_MS),
    '.': () => stepFrame(player, FRAME_MS),
  }
  const act = /^\d$/.test(key) ? () => player.seek((Number(key) / 10) * durationMs) : acts[key.toLowerCase()]
  act?.()
  return act !== undefined
}

function stepFrame(player: ReplayPlayer, ms: number): void {
  player.pause()
  player.seek(player.positionMs() + ms)
}

function changeRate(player: ReplayPlayer, direction: 1 | -1): void {
  const { rate } = player.store.getState()
  const next = direction === 1 ? RATES.find((one) => one > rate) : RATES.findLast((one) => one < rate)
  if (next !== undefined) player.setRate(next)
}
