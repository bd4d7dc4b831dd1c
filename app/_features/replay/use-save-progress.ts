'use client'

import { useEffect } from 'react'
import { httpRequestLater } from '#app/_client/http-client-later.ts'
import type { ReplayPlayer } from '#app/_client/replay/replay-player.ts'

const SAVE_EVERY_MS = 10_000
const LEAST_MOVE_MS = 2_000

/** Keeps the place of somebody with an account, so that the next visit goes on there. */
export function useSaveProgress(player: ReplayPlayer, { sessionId, isOn }: { sessionId: string; isOn: boolean }): void {
  useEffect(() => {
    if (!isOn) return
    let savedMs = player.positionMs()
    const save = () => {
      const positionMs = Math.round(player.positionMs())
      if (Math.abs(positionMs - savedMs) < LEAST_MOVE_MS) return
      savedMs = positionMs
      // Not saved is no harm: the next round tries again.
      void httpRequestLater('replay.save-progress', { sessionId, positionMs }).catch(() => undefined)
    }
    const timer = setInterval(save, SAVE_EVERY_MS)
    const saveWhenHidden = () => {
      if (document.hidden) save()
    }
    const unsubscribe = player.store.subscribe(({ playing }, before) => {
      if (playing.status !== before.playing.status && playing.status !== 'playing') save()
    })
    document.addEventListener('visibilitychange', saveWhenHidden)
    return () => {
      clearInterval(timer)
      unsubscribe()
      document.removeEventListener('visibilitychange', saveWhenHidden)
      save()
    }
  }, [player, sessionId, isOn])
}
