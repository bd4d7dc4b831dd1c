import type { RoomState } from '#core/contract/room-state.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { applyEvent } from '#core/domain/seminar/apply-event.ts'
import { applyAttendance, NOBODY_YET, type Attendance } from '#core/domain/seminar/attendance.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'

/** How many events a live session keeps at hand for those who come back; older ones are read from the store. */
export const TAIL_MAX_EVENTS = 1_000

type ChatSent = Extract<TimelineEvent, { type: 'chat.sent' }>

/** What has been committed of one session: folds over its log that are kept up to date event by event. */
export class RoomLog {
  #state: RoomState = INITIAL_ROOM_STATE
  #attendance: Attendance = NOBODY_YET
  readonly #removed = new Set<string>()
  readonly #chatByKey = new Map<string, ChatSent>()
  #tail: TimelineEvent[] = []

  get state(): RoomState {
    return this.#state
  }

  get attendance(): Attendance {
    return this.#attendance
  }

  /** [SEAT4] Who was removed by the host does not come back into this session. */
  wasRemoved(participantId: string): boolean {
    return this.#removed.has(participantId)
  }

  chatByKey(dedupeKey: string): ChatSent | undefined {
    return this.#chatByKey.get(dedupeKey)
  }

  /** The events after `afterSeq`, or null where they reach back further than the tail. */
  tailAfter(afterSeq: number): TimelineEvent[] | null {
    const missing = this.#state.seq - afterSeq
    if (missing <= 0) return []
    return missing > this.#tail.length ? null : this.#tail.slice(-missing)
  }

  /** Throws `SequenceGap` where the event is not the next one. */
  push(event: TimelineEvent): void {
    this.#state = applyEvent(this.#state, event)
    this.#attendance = applyAttendance(this.#attendance, event)
    if (event.type === 'chat.sent') this.#chatByKey.set(event.payload.dedupeKey, event)
    if (event.type === 'participant.left' && event.payload.reason === 'removed') {
      this.#removed.add(event.payload.participantId)
    }
    this.#tail.push(event)
    if (this.#tail.length > 2 * TAIL_MAX_EVENTS) this.#tail = this.#tail.slice(-TAIL_MAX_EVENTS)
  }
}
