import { isDeepStrictEqual } from 'node:util'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '#core/contract/errors.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import type { TimelineDraft, TimelineEvent } from '#core/contract/timeline.ts'
import { applyEvents } from '#core/domain/seminar/apply-event.ts'
import type { Decision } from '#core/domain/seminar/decide/decision.ts'
import type { Clock, Log } from '../ports.ts'
import type { SessionFacts, TimelineEntry, TimelineStore } from './ports.ts'
import { RoomLog } from './room-log.ts'
import { WritingPace } from './writing-pace.ts'

const LOAD_PAGE_EVENTS = 5_000
const BATCH_MAX_EVENTS = 200
/** Longer than a restart of the database takes, shorter than a client waits for its answer. */
const WRITE_DEADLINE_MS = 8_000
const RETRY_FIRST_MS = 50
const RETRY_MAX_MS = 500
const CONFLICTS_MAX = 5

export interface LiveSessionDeps {
  clock: Clock
  log: Log
  timeline: TimelineStore
  /** Called in the order of `seq`, after the commit, before the deciders hear of it. Must not throw. */
  publish: (events: readonly TimelineEvent[]) => void
}

export type Decider = (state: RoomState, nowMs: number) => Decision

interface Intention {
  decide: Decider
  resolve: (events: readonly TimelineEvent[]) => void
  reject: (reason: unknown) => void
}

interface Decided extends Intention {
  events: readonly TimelineEvent[]
}

/**
 * One running session in memory: the fold over its log, and the only way to add to it. Decisions are taken one after
 * another on the newest state; those taken while a write is under way are written together by the next one, and where many
 * are taken, so are those of a moment.
 */
export class LiveSession {
  readonly facts: SessionFacts
  readonly #deps: LiveSessionDeps
  readonly #log: RoomLog
  /** What the log will say once everything that has been decided is written. */
  #head: RoomState
  #waiting: Decided[] = []
  /** Settles when the writer has nothing left to write; null while it rests. */
  #writing: Promise<void> | null = null
  #retired = false
  readonly #pace = new WritingPace()
  readonly #once = new Map<string, Promise<readonly TimelineEvent[]>>()

  /** Reads the whole log. */
  static async load(deps: LiveSessionDeps, facts: SessionFacts): Promise<LiveSession> {
    const log = new RoomLog()
    for (;;) {
      const page = await deps.timeline.after(facts.sessionId, { afterSeq: log.state.seq, limit: LOAD_PAGE_EVENTS })
      for (const event of page) log.push(event)
      if (page.length < LOAD_PAGE_EVENTS) return new LiveSession(deps, { facts, log })
    }
  }

  private constructor(deps: LiveSessionDeps, { facts, log }: { facts: SessionFacts; log: RoomLog }) {
    this.facts = facts
    this.#deps = deps
    this.#log = log
    this.#head = log.state
  }

  /** What has been committed, and nothing else. */
  get log(): RoomLog {
    return this.#log
  }

  get state(): RoomState {
    return this.#log.state
  }

  /** The session's clock: never behind the last event, whatever the machine's clock did between two starts. */
  nowMs(): number {
    return Math.max(this.#head.atMs, Math.round(this.#deps.clock.nowEpochMs() - this.facts.zeroEpochMs))
  }

  /**
   * [LOG3] Resolves with the events of this decision after they are durable and published. Rejects with what the decider
   * throws; with `UNAVAILABLE` where the log cannot be written in time, and then nothing of it has happened.
   */
  decide(decider: Decider): Promise<readonly TimelineEvent[]> {
    if (this.#retired) {
      return Promise.reject(new AppError('UNAVAILABLE', '研讨室正在换服务器，请稍候。', { retryAfterMs: 1_000 }))
    }
    const { promise, resolve, reject } = Promise.withResolvers<readonly TimelineEvent[]>()
    this.#take({ decide: decider, resolve, reject })
    return promise
  }

  /**
   * [ACK3] The same key takes effect once: a repetition that comes while the first is being written waits for it, one that
   * comes later finds `done()`.
   */
  async decideOnce(dedupeKey: string, { decide, done }: { decide: Decider; done: () => boolean }): Promise<void> {
    const before = this.#once.get(dedupeKey)
    if (before !== undefined) {
      await before
      return
    }
    if (done()) return
    const decided = this.decide((state, nowMs) => (done() ? [] : decide(state, nowMs)))
    this.#once.set(dedupeKey, decided)
    try {
      await decided
    } finally {
      this.#once.delete(dedupeKey)
    }
  }

  /** Events after `afterSeq`, from memory or from the store; `complete` is false where `limit` cut them. */
  async eventsAfter(afterSeq: number, { limit }: { limit: number }) {
    const events =
      this.#log.tailAfter(afterSeq) ?? (await this.#deps.timeline.after(this.facts.sessionId, { afterSeq, limit }))
    const cut = events.slice(0, limit)
    return { events: cut, complete: (cut.at(-1)?.seq ?? afterSeq) >= this.state.seq }
  }

  /** Decides nothing more; resolves when everything decided so far is written or has failed. Idempotent. */
  async retire(): Promise<void> {
    this.#retired = true
    await this.#writing
  }

  #take(intention: Intention): void {
    const atMs = this.nowMs()
    let events: readonly TimelineEvent[]
    try {
      events = this.#place(intention.decide(this.#head, atMs), atMs)
    } catch (reason) {
      intention.reject(reason)
      return
    }
    this.#head = applyEvents(this.#head, events)
    this.#waiting.push({ ...intention, events })
    this.#pace.note(performance.now())
    // Set before the first write and cleared in the tick of the last one: a decision never waits for a writer that rests.
    if (this.#writing === null) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#writing = promise
      void this.#writeAll().then(resolve)
    }
  }

  #place(drafts: readonly TimelineDraft[], atMs: number): readonly TimelineEvent[] {
    return drafts.map((draft, index) => ({ ...draft, seq: this.#head.seq + 1 + index, atMs }))
  }

  async #writeAll(): Promise<void> {
    let conflicts = 0
    while (this.#waiting.length > 0) {
      const gatherMs = this.#retired ? 0 : this.#pace.gatherMs(performance.now())
      if (gatherMs > 0) await delay(gatherMs)
      const batch = this.#nextBatch()
      try {
        const written = await this.#write(batch.flatMap(({ events }) => events))
        if (written) {
          conflicts = 0
          this.#commit(batch)
          continue
        }
        if (++conflicts > CONFLICTS_MAX) throw new AppError('CONFLICT', '研讨室刚刚换了服务器，请稍后再试。')
        this.#decideAnew(batch)
      } catch (reason) {
        this.#fail(batch, reason)
      }
    }
    this.#writing = null
  }

  #nextBatch(): Decided[] {
    let events = 0
    const cutAt = this.#waiting.findIndex((decided, index) => {
      events += decided.events.length
      return index > 0 && events > BATCH_MAX_EVENTS
    })
    return this.#waiting.splice(0, cutAt === -1 ? this.#waiting.length : cutAt)
  }

  /** False: the log went on without us and has been caught up with. Throws `UNAVAILABLE` at the deadline. */
  async #write(events: readonly TimelineEvent[]): Promise<boolean> {
    if (events.length === 0) return true
    const entries = events.map(toEntry)
    const startedMs = performance.now()
    for (let waitMs = RETRY_FIRST_MS; ; waitMs = Math.min(2 * waitMs, RETRY_MAX_MS)) {
      try {
        const outcome = await this.#deps.timeline.append(this.facts.sessionId, entries)
        return outcome === 'appended' || (await this.#isOurs(events))
      } catch (cause) {
        this.#deps.log.warn({ sessionId: this.facts.sessionId, events: events.length, cause }, 'timeline_write_failed')
        if (performance.now() - startedMs + waitMs > WRITE_DEADLINE_MS) {
          throw new AppError('UNAVAILABLE', '服务器暂时存不下，请稍后再试。', { cause })
        }
        await delay(waitMs)
      }
    }
  }

  /** After a conflict: a write whose answer was lost stands there as ours; anything else is foreign and is taken in. */
  async #isOurs(events: readonly TimelineEvent[]): Promise<boolean> {
    const { seq } = this.state
    const found = await this.#deps.timeline.after(this.facts.sessionId, { afterSeq: seq, limit: LOAD_PAGE_EVENTS })
    if (isDeepStrictEqual(found.slice(0, events.length), plain(events))) return true
    for (const event of found) this.#log.push(event)
    if (found.length > 0) this.#deps.publish(found)
    return false
  }

  #commit(batch: readonly Decided[]): void {
    const events = batch.flatMap((decided) => decided.events)
    for (const event of events) this.#log.push(event)
    if (events.length > 0) this.#deps.publish(events)
    for (const decided of batch) decided.resolve(decided.events)
  }

  /** What stood on a head that is void is decided again, in the same order. */
  #decideAnew(batch: readonly Decided[]): void {
    const again = [...batch, ...this.#waiting]
    this.#waiting = []
    this.#head = this.state
    for (const intention of again) this.#take(intention)
  }

  #fail(batch: readonly Decided[], reason: unknown): void {
    const failed = [...batch, ...this.#waiting]
    this.#waiting = []
    this.#head = this.state
    for (const { reject } of failed) reject(reason)
  }
}

function toEntry(event: TimelineEvent): TimelineEntry {
  return { event, dedupeKey: event.type === 'chat.sent' ? event.payload.dedupeKey : null }
}

/** As the store gives it back: without what JSON does not carry. */
const plain = (events: readonly TimelineEvent[]): unknown => JSON.parse(JSON.stringify(events))
