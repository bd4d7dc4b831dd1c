import type { SeminarStores } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'
import { PostgresActivities } from './postgres-activities.ts'
import { PostgresAttendance } from './postgres-attendance.ts'
import { PostgresPeople } from './postgres-people.ts'
import { PostgresRecordingRows } from './postgres-recording-rows.ts'
import { PostgresRoomLeases } from './postgres-room-leases.ts'
import { PostgresSeats } from './postgres-seats.ts'
import { PostgresSessionDirectory } from './postgres-session-directory.ts'
import { PostgresTimeline } from './postgres-timeline.ts'

/** Everything the live rooms keep in the database. */
export const createSeminarStores = (database: Database): SeminarStores => ({
  timeline: new PostgresTimeline(database),
  seats: new PostgresSeats(database),
  attendance: new PostgresAttendance(database),
  directory: new PostgresSessionDirectory(database),
  leases: new PostgresRoomLeases(database),
  recordingRows: new PostgresRecordingRows(database),
  activities: new PostgresActivities(database),
  people: new PostgresPeople(database),
})
