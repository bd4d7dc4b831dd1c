import type { RoomState } from '#core/contract/room-state.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { applyEvent } from '#core/domain/seminar/apply-event.ts'

export interface TimelineFollowerOptions {
  state: () => RoomState
  /** The state after these events, oldest first. */
  apply: (state: RoomState, events: readonly TimelineEvent[]) => void
  fetchAfter: (afterSeq: number) => Promise<{ events: readonly TimelineEvent[]; complete: boolean }>
}

type Mode = 'holding' | 'following' | 'catching-up'

/**
 * [LOG2] Applies every event once and in order, whatever arrives: what is known is skipped, what comes too early waits
 * until the gap before it has been fetched. While it holds (before the snapshot is there), everything waits.
 */
export class TimelineFollower {
  readonly #options: TimelineFollowerOptions
  #waiting: TimelineEvent[] = []
  #mode: Mode = 'holding'

  constructor(options: TimelineFollowerOptions) {
    this.#options = options
  }

  /** The connection is lost or new: what arrives waits for `follow()`. */
  hold(): void {
    this.#mode = 'holding'
    this.#waiting = []
  }

  /** The state stands at a snapshot or at what was missed; from now on events apply as they come. */
  follow(missed: readonly TimelineEvent[]): void {
    this.#mode = 'following'
    const waited = this.#waiting
    this.#waiting = []
    this.#applyInOrder([...missed, ...waited])
  }

  receive(events: readonly TimelineEvent[]): void {
    if (this.#mode === 'following') this.#applyInOrder(events)
    else this.#waiting.push(...events)
  }

  #applyInOrder(events: readonly TimelineEvent[]): void {
    let state = this.#options.state()
    const applied: TimelineEvent[] = []
    for (const [index, event] of events.entries()) {
      if (event.seq <= state.seq) continue
      if (event.seq > state.seq + 1) {
        this.#waiting = events.slice(index)
        this.#mode = 'catching-up'
        break
      }
      state = applyEvent(state, event)
      applied.push(event)
    }
    if (applied.length > 0) this.#options.apply(state, applied)
    if (this.#mode === 'catching-up') void this.#catchUp()
  }

  async #catchUp(): Promise<void> {
    try {
      const { events } = await this.#options.fetchAfter(this.#options.state().seq)
      if (this.#mode === 'catching-up') this.follow(events)
    } catch {
      // The connection is lost, and joining again brings what is missing; or the next event shows the gap once more.
      if (this.#mode === 'catching-up') this.#mode = 'following'
    }
  }
}
