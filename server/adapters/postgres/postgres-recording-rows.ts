import { AppError } from '#core/contract/errors.ts'
import type { RecordingRows } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'

export class PostgresRecordingRows implements RecordingRows {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async open({ recordingId, sessionId, startMs }: { recordingId: string; sessionId: string; startMs: number }) {
    // The partial unique index on open recordings decides between two that start at once.
    const { count } = await this.#database.recording.createMany({
      data: [{ id: recordingId, sessionId, status: 'starting', startMs }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('CONFLICT', '已经在录制。')
  }

  async abort(recordingId: string, failure: string): Promise<void> {
    await this.#database.recording.updateMany({
      where: { id: recordingId, status: { in: ['starting', 'active'] } },
      data: { status: 'aborted', failure },
    })
  }
}
