import type { AttendanceRow } from '#core/domain/seminar/attendance.ts'
import type { AttendanceStore } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'

export class PostgresAttendance implements AttendanceStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async save(sessionId: string, rows: readonly AttendanceRow[]): Promise<void> {
    const participantIds = rows.map(({ participantId }) => participantId)
    await this.#database.$transaction([
      this.#database.attendance.deleteMany({ where: { sessionId, participantId: { in: participantIds } } }),
      this.#database.attendance.createMany({ data: rows.map((row) => ({ sessionId, ...row })) }),
    ])
  }
}
