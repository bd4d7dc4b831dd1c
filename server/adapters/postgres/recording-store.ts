import type { MediaSource } from '#core/contract/timeline.ts'
import {
  partObjectKey,
  type PartFacts,
  type RecordingStep,
  type RecordingStore,
} from '#server/usecases/recording/ports.ts'
import type { Database } from './database.ts'
import { recordingSelect, toRecording, toStatus } from './recording-rows.ts'

export class PostgresRecordingStore implements RecordingStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(recordingId: string) {
    const row = await this.#database.recording.findUnique({ where: { id: recordingId }, select: recordingSelect })
    return row === null ? null : toRecording(row)
  }

  async ofSession(sessionId: string) {
    const rows = await this.#database.recording.findMany({
      where: { sessionId, status: { notIn: ['starting', 'aborted'] } },
      orderBy: { startMs: 'asc' },
      select: recordingSelect,
    })
    return rows.map(toRecording)
  }

  async unfinished(nodeId: string) {
    const rows = await this.#database.recording.findMany({
      where: { status: { in: ['starting', 'active', 'processing'] } },
      select: { id: true, sessionId: true, status: true },
    })
    const elsewhere = await this.#database.roomLease.findMany({
      where: {
        sessionId: { in: rows.map(({ sessionId }) => sessionId) },
        nodeId: { not: nodeId },
        expiresAt: { gt: new Date() },
      },
      select: { sessionId: true },
    })
    const foreign = new Set(elsewhere.map(({ sessionId }) => sessionId))
    return rows
      .filter(({ sessionId }) => !foreign.has(sessionId))
      .map(({ id, sessionId, status }) => ({ recordingId: id, sessionId, status: toStatus(status) }))
  }

  async move(recordingId: string, { from, to, endMs, failure }: RecordingStep): Promise<boolean> {
    const { count } = await this.#database.recording.updateMany({
      where: { id: recordingId, status: { in: [...from] } },
      data: { status: to, failure: failure ?? null, ...(endMs === undefined ? {} : { endMs }) },
    })
    return count > 0
  }

  async takeTrack(
    recordingId: string,
    { newId, ...track }: { newId: string; participantId: string; source: MediaSource; kind: 'audio' | 'video' },
  ): Promise<string> {
    const { participantId, source } = track
    // One recorder writes a recording, and it asks once per track: nothing races here.
    const known = await this.#database.recordingTrack.findFirst({
      where: { recordingId, participantId, source },
      select: { id: true },
    })
    if (known !== null) return known.id
    await this.#database.recordingTrack.create({ data: { id: newId, recordingId, ...track } })
    return newId
  }

  async savePart({ newId, recordingId, ...part }: PartFacts & { newId: string; recordingId: string }): Promise<void> {
    const { trackId, position, state } = part
    await this.#database.recordingPart.upsert({
      where: { trackId_position: { trackId, position } },
      create: { id: newId, objectKey: partObjectKey({ recordingId, ...part }), ...part },
      update: state === 'closed' ? part : { startMs: part.startMs },
    })
  }

  async dropPart(partId: string): Promise<void> {
    await this.#database.recordingPart.deleteMany({ where: { id: partId } })
  }

  async setMix(recordingId: string, mixKey: string): Promise<void> {
    await this.#database.recording.update({ where: { id: recordingId }, data: { mixKey } })
  }

  async setThumbnail(trackId: string, thumbnailKey: string): Promise<void> {
    await this.#database.recordingTrack.update({ where: { id: trackId }, data: { thumbnailKey } })
  }
}
