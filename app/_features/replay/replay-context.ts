'use client'

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { ReplayManifest } from '#core/contract/replay.ts'
import type { Chapter } from '#app/_client/replay/chapters.ts'
import type { Lanes } from '#app/_client/replay/lanes.ts'
import type { PlanChange } from '#app/_client/replay/plan-changes.ts'
import type { ReplayPlayer } from '#app/_client/replay/replay-player.ts'
import type { ReplayState } from '#app/_client/replay/replay-store.ts'
import type { RoomHistory } from '#app/_client/replay/room-history.ts'

export interface Replay {
  player: ReplayPlayer
  manifest: ReplayManifest
  history: RoomHistory
  chapters: readonly Chapter[]
  changes: readonly PlanChange[]
  lanes: Lanes
}

export const ReplayContext = createContext<Replay | null>(null)

/** The session that this page plays. */
export function useReplay(): Replay {
  const replay = useContext(ReplayContext)
  if (replay === null) throw new Error('useReplay wants a ReplayContext around it')
  return replay
}

/** What the player is doing; the component is drawn again only when the selected value has changed. */
export function usePlayerState<Value>(select: (state: ReplayState) => Value): Value {
  return useStore(useReplay().player.store, select)
}

/** The whole second at which the viewer is. */
export const useSecondMs = (): number => usePlayerState(({ positionMs }) => Math.floor(positionMs / 1_000) * 1_000)
