import type { ReplayPieces, ReplayProgressStore, ReplaySessions } from '#server/usecases/replay/ports.ts'
import type { Database } from './database.ts'
import { partSelect, toPart } from './recording-rows.ts'

const ofActivity = { select: { session: { select: { activityId: true } } } } as const

/** What a replay reads besides the log and the recordings themselves. */
export class PostgresReplayRows implements ReplaySessions, ReplayProgressStore, ReplayPieces {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(sessionId: string) {
    const row = await this.#database.seminarSession.findUnique({
      where: { id: sessionId },
      select: { activityId: true, zeroAt: true, durationMs: true },
    })
    if (row === null) return null
    const { zeroAt, ...session } = row
    return { sessionId, zeroEpochMs: zeroAt.getTime(), ...session }
  }

  async positionMs(personId: string, sessionId: string): Promise<number | null> {
    const row = await this.#database.replayProgress.findUnique({
      where: { personId_sessionId: { personId, sessionId } },
      select: { positionMs: true },
    })
    return row?.positionMs ?? null
  }

  async save(personId: string, sessionId: string, positionMs: number): Promise<void> {
    await this.#database.replayProgress.upsert({
      where: { personId_sessionId: { personId, sessionId } },
      create: { personId, sessionId, positionMs },
      update: { positionMs },
    })
  }

  async part(partId: string) {
    const row = await this.#database.recordingPart.findUnique({
      where: { id: partId },
      select: { ...partSelect, track: { select: { recordingId: true, recording: ofActivity } } },
    })
    if (row === null) return null
    const { track, ...part } = row
    const { activityId } = track.recording.session
    return { activityId, recordingId: track.recordingId, part: toPart(part) }
  }

  async mix(recordingId: string) {
    const row = await this.#database.recording.findUnique({
      where: { id: recordingId },
      select: { mixKey: true, ...ofActivity.select },
    })
    if (row === null || row.mixKey === null) return null
    return { activityId: row.session.activityId, objectKey: row.mixKey }
  }

  async thumbnail(trackId: string) {
    const row = await this.#database.recordingTrack.findUnique({
      where: { id: trackId },
      select: { thumbnailKey: true, recording: ofActivity },
    })
    if (row === null || row.thumbnailKey === null) return null
    return { activityId: row.recording.session.activityId, objectKey: row.thumbnailKey }
  }
}
