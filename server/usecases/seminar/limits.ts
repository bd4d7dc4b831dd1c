/** The room's times and sizes; tests shorten them. */
export interface SeminarLimits {
  /** How long a lost seat is kept, with role, hand and stage. */
  seatGraceMs: number
  /** A viewer has none of these to lose. */
  viewerGraceMs: number
  leaseTtlMs: number
  /** Missed events up to this many are sent one by one; beyond it a snapshot is smaller. */
  missedMaxEvents: number
  /** Newest chat messages in a snapshot. */
  snapshotChatMessages: number
}

export const SEMINAR_LIMITS: SeminarLimits = {
  seatGraceMs: 60_000,
  viewerGraceMs: 5_000,
  leaseTtlMs: 10_000,
  missedMaxEvents: 500,
  snapshotChatMessages: 50,
}
