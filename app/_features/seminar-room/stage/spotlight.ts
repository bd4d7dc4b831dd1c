import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RoomClient } from '#app/_client/room-client.ts'

export interface SpotlightState {
  /** Who spoke last and is not oneself; null before anybody did. */
  speakerId: string | null
  /** Whom this viewer wants to see whatever happens. */
  pinnedId: string | null
  layout: 'speaker' | 'grid'
}

/** Who is looked at. While the last speaker goes on speaking nobody takes their place: two voices do not flicker. */
export class Spotlight {
  readonly store: StoreApi<SpotlightState>
  readonly #undo: () => void

  constructor(room: RoomClient) {
    this.store = createStore<SpotlightState>(() => ({ speakerId: null, pinnedId: null, layout: 'speaker' }))
    this.#undo = room.store.subscribe(({ speakers, me }, before) => {
      if (speakers === before.speakers) return
      const others = speakers.filter(({ participantId }) => participantId !== me)
      const { speakerId } = this.store.getState()
      const [loudest] = others
      if (loudest === undefined || others.some(({ participantId }) => participantId === speakerId)) return
      this.store.setState({ speakerId: loudest.participantId })
    })
  }

  /** The same again lets go. */
  pin(participantId: string): void {
    this.store.setState(({ pinnedId }) => ({ pinnedId: pinnedId === participantId ? null : participantId }))
  }

  setLayout(layout: SpotlightState['layout']): void {
    this.store.setState({ layout })
  }

  /** Idempotent. */
  close(): void {
    this.#undo()
  }
}
