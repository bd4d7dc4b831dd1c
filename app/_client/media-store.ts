import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MediaSource } from '#core/contract/timeline.ts'

/** Names what one participant sends from one source; stays the same when their producer is made anew. */
export type MediaSlot = `${string}:${MediaSource}`
export const mediaSlot = (participantId: string, source: MediaSource): MediaSlot => `${participantId}:${source}`

export type PictureState =
  /** Nothing has arrived yet. */
  | { status: 'waiting' }
  /** `layer`: which simulcast layer arrives, null while not known. */
  | { status: 'flowing'; layer: number | null }
  /** The last picture stands. `sinceMs`: epoch. */
  | { status: 'frozen'; sinceMs: number }
  /** Nobody looks, so nothing is sent. */
  | { status: 'hidden' }

export interface ReceivedMedia {
  slot: MediaSlot
  participantId: string
  source: MediaSource
  kind: 'audio' | 'video'
  /** For `srcObject`; the same object as long as the slot lives, so that the last picture never turns black. */
  stream: MediaStream
  picture: PictureState
}

export interface SentMedia {
  source: MediaSource
  track: MediaStreamTrack
  state: 'starting' | 'on' | 'muted'
}

export interface MediaClientState {
  /** `recovering`: lost, and being made anew by itself; `unsupported`: this browser cannot. */
  path: 'closed' | 'opening' | 'ready' | 'recovering' | 'unsupported'
  received: Readonly<Partial<Record<MediaSlot, ReceivedMedia>>>
  sent: Readonly<Partial<Record<MediaSource, SentMedia>>>
  /** Bars 0–3 of one's own link; null while nothing is sent. */
  localQuality: number | null
}

export type MediaStore = StoreApi<MediaClientState>

export const createMediaStore = (): MediaStore =>
  createStore<MediaClientState>(() => ({ path: 'closed', received: {}, sent: {}, localQuality: null }))
