import type { TimelineEvent } from '#core/contract/timeline.ts'

/** What the list of those present says of one participant. Durations in milliseconds. */
export interface AttendanceRow {
  participantId: string
  personId: string | null
  name: string
  /** The first time of coming in. */
  joinedAtMs: number
  /** The last time of going out; null while they are here. */
  leftAtMs: number | null
  /** Online in the room. */
  presentMs: number
  onStageMs: number
  spokenMs: number
}

interface Attendee extends AttendanceRow {
  onlineSinceMs: number | null
  onStage: boolean
  stageSinceMs: number | null
}

/** By participant id; also those who have left. */
export type Attendance = Readonly<Record<string, Attendee>>

export const NOBODY_YET: Attendance = {}

const since = (fromMs: number | null, atMs: number) => (fromMs === null ? 0 : Math.max(0, atMs - fromMs))

/** Counts what is running until `atMs`, and lets it run on from there. */
const settled = (who: Attendee, atMs: number): Attendee => ({
  ...who,
  presentMs: who.presentMs + since(who.onlineSinceMs, atMs),
  onStageMs: who.onStageMs + since(who.stageSinceMs, atMs),
  onlineSinceMs: who.onlineSinceMs === null ? null : atMs,
  stageSinceMs: who.stageSinceMs === null ? null : atMs,
})

const out = (who: Attendee, atMs: number): Attendee => ({
  ...settled(who, atMs),
  leftAtMs: atMs,
  onlineSinceMs: null,
  stageSinceMs: null,
  onStage: false,
})

function patch(attendance: Attendance, participantId: string, change: (who: Attendee) => Attendee): Attendance {
  const who = attendance[participantId]
  return who === undefined ? attendance : { ...attendance, [participantId]: change(who) }
}

function join(attendance: Attendance, event: Extract<TimelineEvent, { type: 'participant.joined' }>): Attendance {
  const { participantId, personId, name } = event.payload
  const { atMs } = event
  const fresh: Attendee = {
    ...{ participantId, personId, name, joinedAtMs: atMs, leftAtMs: null },
    ...{ presentMs: 0, onStageMs: 0, spokenMs: 0, onlineSinceMs: atMs, onStage: false, stageSinceMs: null },
  }
  const before = attendance[participantId]
  const now: Attendee =
    before === undefined ? fresh : { ...before, name, leftAtMs: null, onlineSinceMs: atMs, onStage: false }
  return { ...attendance, [participantId]: now }
}

/**
 * [ATT1] Attendance is a fold over the log: time counts while one is online, time on stage while one is there and online,
 * speech as the media room heard it. Pure; shares what did not change.
 */
export function applyAttendance(attendance: Attendance, event: TimelineEvent): Attendance {
  const { atMs } = event
  switch (event.type) {
    case 'participant.joined':
      return join(attendance, event)
    case 'participant.online':
      return patch(attendance, event.payload.participantId, (who) => ({
        ...who,
        onlineSinceMs: atMs,
        stageSinceMs: who.onStage ? atMs : null,
      }))
    case 'participant.offline':
      return patch(attendance, event.payload.participantId, (who) => ({
        ...settled(who, atMs),
        onlineSinceMs: null,
        stageSinceMs: null,
      }))
    case 'participant.left':
      return patch(attendance, event.payload.participantId, (who) => out(who, atMs))
    case 'stage.entered':
      return patch(attendance, event.payload.participantId, (who) => ({
        ...settled(who, atMs),
        onStage: true,
        stageSinceMs: who.onlineSinceMs === null ? null : atMs,
      }))
    case 'stage.left':
      return patch(attendance, event.payload.participantId, (who) => ({
        ...settled(who, atMs),
        onStage: false,
        stageSinceMs: null,
      }))
    case 'speech.spoken': {
      const spokeMs = Math.max(0, event.payload.toMs - event.payload.fromMs)
      return patch(attendance, event.payload.participantId, (who) => ({ ...who, spokenMs: who.spokenMs + spokeMs }))
    }
    case 'session.ended':
      return Object.fromEntries(
        Object.entries(attendance).map(([id, who]) => [id, who.leftAtMs === null ? out(who, atMs) : who]),
      )
    default:
      return attendance
  }
}

const toRow = (who: Attendee, atMs: number): AttendanceRow => {
  const { participantId, personId, name, joinedAtMs, leftAtMs, presentMs, onStageMs, spokenMs } = settled(who, atMs)
  return { participantId, personId, name, joinedAtMs, leftAtMs, presentMs, onStageMs, spokenMs }
}

/** The list as it stands at `atMs`, in the order of first coming in; only `participantIds` where they are named. */
export function attendanceRows(
  attendance: Attendance,
  { atMs, participantIds }: { atMs: number; participantIds?: ReadonlySet<string> },
): AttendanceRow[] {
  return Object.values(attendance)
    .filter(({ participantId }) => participantIds === undefined || participantIds.has(participantId))
    .map((who) => toRow(who, atMs))
    .toSorted((a, b) => a.joinedAtMs - b.joinedAtMs)
}
