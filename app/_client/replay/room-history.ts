import type { RoomState } from '#core/contract/room-state.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { applyEvent, applyEvents } from '#core/domain/seminar/apply-event.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'

const EVENTS_PER_KEYFRAME = 200

/** A session's log with the state at any moment: the live room's reducer, kept every few events for quick seeks. */
export class RoomHistory {
  readonly #events: readonly TimelineEvent[]
  /** The state before event `index * EVENTS_PER_KEYFRAME`. Grows as far as has been asked for. */
  readonly #keyframes: RoomState[] = [INITIAL_ROOM_STATE]
  #newest: { count: number; state: RoomState } = { count: 0, state: INITIAL_ROOM_STATE }

  constructor(events: readonly TimelineEvent[]) {
    this.#events = events
  }

  /** The same object for two moments between which nothing happened, when asked one after the other. */
  stateAt(atMs: number): RoomState {
    const count = this.#countUntil(atMs)
    if (count === this.#newest.count) return this.#newest.state
    const { count: from, state: known } = this.#newest
    const state =
      count > from && count - from < EVENTS_PER_KEYFRAME
        ? applyEvents(known, this.#events.slice(from, count))
        : this.#fold(count)
    this.#newest = { count, state }
    return state
  }

  #fold(count: number): RoomState {
    const wanted = Math.floor(count / EVENTS_PER_KEYFRAME)
    while (this.#keyframes.length <= wanted) {
      const at = (this.#keyframes.length - 1) * EVENTS_PER_KEYFRAME
      const last = this.#keyframes.at(-1) ?? INITIAL_ROOM_STATE
      this.#keyframes.push(this.#events.slice(at, at + EVENTS_PER_KEYFRAME).reduce(applyEvent, last))
    }
    const keyframe = this.#keyframes[wanted] ?? INITIAL_ROOM_STATE
    return applyEvents(keyframe, this.#events.slice(wanted * EVENTS_PER_KEYFRAME, count))
  }

  /** How many events are not later than this moment. `atMs` never goes back along a log. */
  #countUntil(atMs: number): number {
    let [low, high] = [0, this.#events.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#events[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1
      else high = middle
    }
    return low
  }
}
