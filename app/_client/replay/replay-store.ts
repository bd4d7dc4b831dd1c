import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Picture, View } from './choose-picture.ts'

/** What the viewer wants, and what the machine can do at the moment. */
export type Playing =
  | { status: 'paused' }
  | { status: 'playing' }
  /** Wanted, but the pictures are not there yet. */
  | { status: 'waiting'; isLong: boolean }
  | { status: 'ended' }

export interface ReplayState {
  playing: Playing
  /** Where the viewer is, at a grain of some 100 ms. */
  positionMs: number
  durationMs: number
  rate: number
  view: View
  /** Sound alone: no picture is loaded. */
  isListening: boolean
  picture: Picture
  /** Tracks whose picture stands still because nothing was sent at this moment. */
  standingTrackIds: readonly string[]
}

export type ReplayStore = StoreApi<ReplayState>

/** All of what is drawn at first is given here: the page's HTML, and the first drawing in the browser, are made of it. */
export const createReplayStore = (initial: Pick<ReplayState, 'positionMs' | 'durationMs' | 'picture'>): ReplayStore =>
  createStore<ReplayState>(() => ({
    ...initial,
    playing: { status: 'paused' },
    rate: 1,
    view: { kind: 'follow' },
    isListening: false,
    standingTrackIds: [],
  }))
