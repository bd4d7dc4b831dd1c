import { EventEmitter } from 'node:events'
import { AppError } from '#core/contract/errors.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { attendanceRows } from '#core/domain/seminar/attendance.ts'
import { finishEnding, stopRecording } from '#core/domain/seminar/decide/session.ts'
import { giveUpSeat, loseConnection } from '#core/domain/seminar/decide/seats.ts'
import type { BaseDeps } from '../ports.ts'
import type { SeminarLimits } from './limits.ts'
import { LiveSession } from './live-session.ts'
import type { AttendanceStore, RecordingControl, SessionDirectory, RoomLeases, TimelineStore } from './ports.ts'
import { RoomTimers } from './room-timers.ts'

export interface LiveSessionsOptions extends BaseDeps {
  timeline: TimelineStore
  attendance: AttendanceStore
  directory: SessionDirectory
  leases: RoomLeases
  recordings: RecordingControl
  nodeId: string
  limits: SeminarLimits
}

type LiveSessionsEvents = {
  /** [LOG2] Committed events of a session, in the order of `seq`, without gaps, before the requests hear of them. */
  published: [{ session: LiveSession; events: readonly TimelineEvent[] }]
  /** This node does not run the session any more: it ended, another node took it over, or the process stops. */
  dropped: [{ sessionId: string; reason: 'ended' | 'moved' | 'stopping' }]
}

interface Running {
  loading: Promise<LiveSession>
  session: LiveSession | null
  timers: RoomTimers
}

/** The sessions this node runs (docs/decisions/002), each rebuilt from its log when first needed. */
export class LiveSessions extends EventEmitter<LiveSessionsEvents> {
  readonly #options: LiveSessionsOptions
  readonly #running = new Map<string, Running>()
  readonly #renewal: NodeJS.Timeout
  /** Effects that follow a commit and nobody awaits: attendance, closing. `close()` waits for them. */
  readonly #following = new Set<Promise<void>>()
  #closed = false

  static create(options: LiveSessionsOptions): LiveSessions {
    return new LiveSessions(options)
  }

  private constructor(options: LiveSessionsOptions) {
    super()
    this.setMaxListeners(0)
    this.#options = options
    this.#renewal = setInterval(() => this.#follow(this.#renewLeases(), 'lease_renewal'), options.limits.leaseTtlMs / 3)
    this.#renewal.unref()
  }

  /** The session if it runs here and is loaded. */
  find(sessionId: string): LiveSession | null {
    return this.#running.get(sessionId)?.session ?? null
  }

  findByActivity(activityId: string): LiveSession | null {
    for (const { session } of this.#running.values()) if (session?.facts.activityId === activityId) return session
    return null
  }

  /** An ended one is answered too, and not kept. Throws `NOT_FOUND`, `UNAVAILABLE` while another node owns it. */
  async get(sessionId: string): Promise<LiveSession> {
    if (this.#closed) throw new AppError('UNAVAILABLE', '服务器正在重启，请稍候。', { retryAfterMs: 1_000 })
    const known = this.#running.get(sessionId)
    if (known !== undefined) return await known.loading
    const timers = new RoomTimers({ log: this.#options.log.child({ sessionId }) })
    const running: Running = { session: null, timers, loading: this.#load(sessionId, timers) }
    this.#running.set(sessionId, running)
    try {
      running.session = await running.loading
    } catch (error) {
      this.#running.delete(sessionId)
      throw error
    }
    if (running.session.state.status.status === 'ended') this.#drop(sessionId, 'ended')
    return running.session
  }

  /** After a start: takes up every session that nobody else runs, so that timers, recordings and endings go on. */
  async recover(): Promise<void> {
    for (const { sessionId } of await this.#options.directory.running()) {
      try {
        await this.get(sessionId)
      } catch (cause) {
        this.#options.log.warn({ sessionId, cause }, 'session_not_recovered')
      }
    }
  }

  /** The socket of a seat is gone: shown at once, given up when the grace is over. */
  async lose(session: LiveSession, participantId: string): Promise<void> {
    await session.decide((state) => loseConnection(state, participantId))
  }

  /** Idempotent. Waits for what has been decided, lets go of the leases. The log says everything that is needed to go on. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#renewal)
    const sessionIds = [...this.#running.keys()]
    const sessions = [...this.#running.values()].flatMap(({ session }) => session ?? [])
    for (const sessionId of sessionIds) this.#drop(sessionId, 'stopping')
    await Promise.all(sessions.map((session) => session.retire()))
    await Promise.all(this.#following)
    await this.#options.leases.release(sessionIds, this.#options.nodeId)
  }

  async #load(sessionId: string, timers: RoomTimers): Promise<LiveSession> {
    const { directory, timeline, clock, log } = this.#options
    const facts = await directory.find(sessionId)
    if (facts === null) throw new AppError('NOT_FOUND', '没有这场研讨。')
    if (!(await this.#lease(sessionId))) {
      throw new AppError('UNAVAILABLE', '研讨室在另一台服务器上，请稍候。', { retryAfterMs: 1_000 })
    }
    const publish = (events: readonly TimelineEvent[]) => {
      for (const event of events) this.#react(session, timers, event)
      this.emit('published', { session, events })
    }
    const session = await LiveSession.load({ clock, log, timeline, publish }, facts)
    await this.#takeUp(session, timers)
    return session
  }

  /** [SEAT5] After a restart nobody is connected: all seats are offline until their people come back. */
  async #takeUp(session: LiveSession, timers: RoomTimers): Promise<void> {
    const { activityId, title } = session.facts
    if (session.state.seq === 0) {
      await session.decide(() => [{ type: 'session.opened', actorId: null, payload: { activityId, title } }])
      return
    }
    if (session.state.status.status === 'ended') {
      await this.#afterEnd(session)
      return
    }
    await session.decide((state) => Object.keys(state.participants).flatMap((id) => [...loseConnection(state, id)]))
    for (const { id, connection } of Object.values(session.state.participants)) {
      if (connection === 'offline') this.#startGrace(session, timers, id)
    }
    if (session.state.status.status === 'ending') this.#armEnding(session, timers)
    const recording = session.state.recording
    if (recording !== null) this.#follow(this.#resumeRecording(session, recording), 'recording_mark_kept')
  }

  /**
   * [REC2] One that does not go on is not being kept, and its mark goes down: the process died between the stop and its
   * event, or the recorder does not begin any more.
   */
  async #resumeRecording(session: LiveSession, { recordingId }: { recordingId: string }): Promise<void> {
    const { recordings, log } = this.#options
    const { sessionId } = session.facts
    try {
      await recordings.start({ sessionId, recordingId })
    } catch (cause) {
      // This process stops as well: the next one goes on with it.
      if (this.#closed || (cause instanceof AppError && cause.code === 'UNAVAILABLE')) return
      log.error({ sessionId, recordingId, cause }, 'recording_not_resumed')
      await recordings.stop({ sessionId, recordingId, endMs: session.nowMs() })
      await session.decide((state) => (state.recording?.recordingId === recordingId ? stopRecording(state, null) : []))
    }
  }

  #react(session: LiveSession, timers: RoomTimers, event: TimelineEvent): void {
    switch (event.type) {
      case 'participant.offline':
        this.#startGrace(session, timers, event.payload.participantId)
        return
      case 'participant.online':
        timers.cancel(`grace:${event.payload.participantId}`)
        return
      case 'participant.left':
        timers.cancel(`grace:${event.payload.participantId}`)
        this.#follow(this.#saveAttendance(session, event.payload.participantId), 'attendance_not_saved')
        return
      case 'session.ending':
        this.#armEnding(session, timers)
        return
      case 'session.ending-cancelled':
        timers.cancel('ending')
        return
      case 'session.ended':
        // After the event itself has been published to everybody.
        queueMicrotask(() => this.#drop(session.facts.sessionId, 'ended'))
        this.#follow(this.#afterEnd(session), 'session_not_closed')
        return
      default:
    }
  }

  #startGrace(session: LiveSession, timers: RoomTimers, participantId: string): void {
    const { seatGraceMs, viewerGraceMs } = this.#options.limits
    const afterMs = session.state.participants[participantId]?.role === 'viewer' ? viewerGraceMs : seatGraceMs
    timers.setUntilDone(`grace:${participantId}`, afterMs, async () => {
      await session.decide((state) =>
        state.participants[participantId]?.connection === 'offline'
          ? giveUpSeat(state, { participantId, reason: 'lost', byId: null })
          : [],
      )
    })
  }

  #armEnding(session: LiveSession, timers: RoomTimers): void {
    const { status } = session.state
    if (status.status !== 'ending') return
    // Node's timers may fire a millisecond early, and the decider wants the full time.
    timers.setUntilDone('ending', status.endsAtMs - session.nowMs() + 2, () => this.#end(session))
  }

  /** [END1] The recording is closed first; an ending that was taken back meanwhile does not end. */
  async #end(session: LiveSession): Promise<void> {
    const { recording, status } = session.state
    if (status.status !== 'ending') return
    if (recording !== null) {
      const { sessionId } = session.facts
      const stopped = { sessionId, recordingId: recording.recordingId, endMs: session.nowMs() }
      await this.#options.recordings.stop(stopped).catch((cause: unknown) => {
        // The recorder recovers what it has; people are not kept in the room for it.
        this.#options.log.error({ sessionId, cause }, 'recording_not_stopped')
      })
    }
    await session.decide(finishEnding)
  }

  async #afterEnd(session: LiveSession): Promise<void> {
    const { status } = session.state
    if (status.status !== 'ended') return
    const { sessionId, zeroEpochMs } = session.facts
    await this.#saveAttendance(session)
    const durationMs = status.endedAtMs
    await this.#options.directory.close(sessionId, { endedAtEpochMs: zeroEpochMs + durationMs, durationMs })
  }

  async #saveAttendance(session: LiveSession, participantId?: string): Promise<void> {
    const { attendance, state } = session.log
    const only = participantId === undefined ? {} : { participantIds: new Set([participantId]) }
    await this.#options.attendance.save(
      session.facts.sessionId,
      attendanceRows(attendance, { atMs: state.atMs, ...only }),
    )
  }

  #lease(sessionId: string): Promise<boolean> {
    const { leases, nodeId, limits } = this.#options
    return leases.take(sessionId, { nodeId, ttlMs: limits.leaseTtlMs })
  }

  async #renewLeases(): Promise<void> {
    for (const sessionId of this.#running.keys()) {
      if (!(await this.#lease(sessionId))) this.#drop(sessionId, 'moved')
    }
  }

  #drop(sessionId: string, reason: 'ended' | 'moved' | 'stopping'): void {
    const running = this.#running.get(sessionId)
    if (running === undefined) return
    this.#running.delete(sessionId)
    running.timers.close()
    if (reason !== 'ended')
      this.#follow(
        running.loading.then((session) => session.retire()),
        'session_not_retired',
      )
    this.emit('dropped', { sessionId, reason })
    if (reason === 'ended') this.#follow(this.#options.leases.release([sessionId], this.#options.nodeId), 'lease_kept')
  }

  #follow(effect: Promise<unknown>, failure: string): void {
    const followed = effect
      .then(
        () => undefined,
        (cause: unknown) => this.#options.log.error({ cause }, failure),
      )
      .finally(() => this.#following.delete(followed))
    this.#following.add(followed)
  }
}
