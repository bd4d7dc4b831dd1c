import type { ReplayFragment } from '#core/contract/replay.ts'
import type { ByteRange } from '../ports.ts'
import type { PartPlace, PartRecord } from '../recording/ports.ts'

/** A session that can be watched. */
export interface ReplaySession {
  sessionId: string
  activityId: string
  zeroEpochMs: number
  /** Null while it runs. */
  durationMs: number | null
}

export interface ReplaySessions {
  find(sessionId: string): Promise<ReplaySession | null>
}

export interface ReplayProgressStore {
  /** Null where this person has not watched it. */
  positionMs(personId: string, sessionId: string): Promise<number | null>
  save(personId: string, sessionId: string, positionMs: number): Promise<void>
}

/** Whose bytes are asked for, by what stands in an address. */
export interface ReplayPieces {
  part(partId: string): Promise<{ activityId: string; recordingId: string; part: PartRecord } | null>
  mix(recordingId: string): Promise<{ activityId: string; objectKey: string } | null>
  thumbnail(trackId: string): Promise<{ activityId: string; objectKey: string } | null>
}

export interface PartIndexFacts {
  /** What a SourceBuffer is given before any fragment. */
  init: Buffer
  /** Safe on disk, oldest first. */
  fragments: ReplayFragment[]
}

/** Parts wherever they lie: in the folder that they were recorded into, or in the storage. */
export interface RecordedFiles {
  /** Null when the part is gone. */
  read(part: PartPlace, range: ByteRange): Promise<{ body: NodeJS.ReadableStream; sizeBytes: number } | null>
  /** The fragments after the first `afterCount`. Null when the part has no index. */
  index(part: PartPlace, range: { afterCount: number }): Promise<PartIndexFacts | null>
}
