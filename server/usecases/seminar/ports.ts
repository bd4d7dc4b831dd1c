import type { TimelineEvent } from '#core/contract/timeline.ts'
import type { AttendanceRow } from '#core/domain/seminar/attendance.ts'
import type { Activities } from '../activities/ports.ts'
import type { People } from '../people/ports.ts'

export interface TimelineEntry {
  event: TimelineEvent
  /** Of a client's intention; null where repeating does no harm. */
  dedupeKey: string | null
}

/** `conflict`: the log has gone on without the writer, or holds one of the keys; nothing of this call was written. */
export type AppendOutcome = 'appended' | 'conflict'

export interface TimelineStore {
  /** Events with `seq > afterSeq`, oldest first, at most `limit`. */
  after(sessionId: string, range: { afterSeq: number; limit: number }): Promise<TimelineEvent[]>
  /** All or nothing, durable when resolved. A rejection leaves open whether it was written. */
  append(sessionId: string, entries: readonly TimelineEntry[]): Promise<AppendOutcome>
}

export type SeatHolder = { personId: string } | { guestHash: string }

export interface SeatStore {
  /** The participant id of the holder in this session; `newId` becomes it the first time, and stays for ever. */
  take(sessionId: string, seat: { holder: SeatHolder; newId: string }): Promise<string>
}

export interface AttendanceStore {
  /** Replaces the rows of the participants named. */
  save(sessionId: string, rows: readonly AttendanceRow[]): Promise<void>
}

export interface SessionFacts {
  sessionId: string
  activityId: string
  title: string
  /** The session's zero on the server's clock. */
  zeroEpochMs: number
}

export interface ActivitySessions {
  /** The running one, or null while the room is not open. */
  running: SessionFacts | null
  /** An earlier one has been held. */
  wasHeld: boolean
}

export interface SessionDirectory {
  find(sessionId: string): Promise<SessionFacts | null>
  ofActivity(activityId: string): Promise<ActivitySessions>
  /** Every session that has not ended. */
  running(): Promise<SessionFacts[]>
  /** Idempotent: the session has its end and length, the activity is `ended`. */
  close(sessionId: string, end: { endedAtEpochMs: number; durationMs: number }): Promise<void>
}

/** docs/decisions/002: one node owns a live room. */
export interface RoomLeases {
  /** Takes or renews; false while another node holds it. */
  take(sessionId: string, lease: { nodeId: string; ttlMs: number }): Promise<boolean>
  /** Lets go of what this node holds; idempotent. */
  release(sessionIds: readonly string[], nodeId: string): Promise<void>
}

export interface RecordingRows {
  /** Makes the row in status `starting`. Throws `CONFLICT` while another recording of the session is open. */
  open(recording: { recordingId: string; sessionId: string; startMs: number }): Promise<void>
  /** The recording never began; keeps the reason. */
  abort(recordingId: string, failure: string): Promise<void>
}

/** Implemented by the recorder; it owns the row's status after `starting`. */
export interface RecordingControl {
  /**
   * Resolves when the tracks are being kept. Idempotent: called again after a restart for a recording that the log says is
   * on. Rejects with `CONFLICT` where that one is over.
   */
  start(recording: { sessionId: string; recordingId: string }): Promise<void>
  /** Resolves when nothing is kept any more. Idempotent. `endMs` is on the session's clock. */
  stop(recording: { sessionId: string; recordingId: string; endMs: number }): Promise<void>
}

/** Everything that the live rooms keep. */
export interface SeminarStores {
  timeline: TimelineStore
  seats: SeatStore
  attendance: AttendanceStore
  directory: SessionDirectory
  leases: RoomLeases
  recordingRows: RecordingRows
  activities: Activities
  people: Pick<People, 'summary'>
}
