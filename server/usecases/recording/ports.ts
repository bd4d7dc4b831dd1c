import type { MediaSource } from '#core/contract/timeline.ts'
import type { RecordingStatus } from '#core/domain/recording/recording-state.ts'

/** One file of a track. Times are on the session's clock. */
export interface PartFacts {
  trackId: string
  /** 0, 1, 2 … within the track, in the order of recording. */
  position: number
  container: 'mp4' | 'webm'
  /** With the codec: `video/mp4; codecs="avc1.42e01f"`. */
  mimeType: string
  startMs: number
  durationMs: number
  sizeBytes: number
  widthPx: number | null
  heightPx: number | null
  /** `open`: still being written. */
  state: 'open' | 'closed'
}

export interface PartRecord extends PartFacts {
  id: string
}

export interface TrackRecord {
  id: string
  participantId: string
  source: MediaSource
  kind: 'audio' | 'video'
  thumbnailKey: string | null
  /** In the order of recording. */
  parts: PartRecord[]
}

export interface RecordingRecord {
  id: string
  sessionId: string
  activityId: string
  /** The session's zero on the server's clock. */
  zeroEpochMs: number
  status: RecordingStatus
  startMs: number
  endMs: number | null
  /** Why it failed, as the machine says it: not for people. */
  failure: string | null
  mixKey: string | null
  tracks: TrackRecord[]
}

/** Where a part is found: what stands in its row and never changes. */
export interface PartPlace {
  recordingId: string
  trackId: string
  position: number
  container: 'mp4' | 'webm'
}

export interface RecordingStep {
  from: readonly RecordingStatus[]
  to: RecordingStatus
  endMs?: number
  failure?: string
}

export interface RecordingStore {
  find(recordingId: string): Promise<RecordingRecord | null>
  /** In the order of their start; those that never began are left out. */
  ofSession(sessionId: string): Promise<RecordingRecord[]>
  /** What a stop of this node left unfinished: open or being finished, of sessions that no other node runs. */
  unfinished(nodeId: string): Promise<{ recordingId: string; sessionId: string; status: RecordingStatus }[]>
  /** False where the status is none of `from`. */
  move(recordingId: string, step: RecordingStep): Promise<boolean>
  /** The track of this participant and source in the recording, made when it is not there yet. */
  takeTrack(
    recordingId: string,
    track: { newId: string; participantId: string; source: MediaSource; kind: 'audio' | 'video' },
  ): Promise<string>
  /** By track and position; of an open part that is there its start is renewed. `newId` becomes the id of a new one. */
  savePart(part: PartFacts & { newId: string; recordingId: string }): Promise<void>
  dropPart(partId: string): Promise<void>
  setMix(recordingId: string, mixKey: string): Promise<void>
  setThumbnail(trackId: string, thumbnailKey: string): Promise<void>
}

/** Work that outlives the process that asked for it. */
export interface RecordingJobs {
  /** Durable when resolved. Asked for again while it waits, it is done once. */
  finalize(recordingId: string): Promise<void>
}

/** The key of a part in the storage once its recording is finished: made of what never changes. */
export const partObjectKey = ({ recordingId, trackId, position, container }: PartPlace) =>
  `recordings/${recordingId}/${trackId}-${position}.${container}`

/** Beside it lies the index of its fragments. */
export const partIndexKey = (part: PartPlace) => `${partObjectKey(part)}.idx`

export const mixObjectKey = (recordingId: string) => `recordings/${recordingId}/mix.m4a`
export const thumbnailObjectKey = (recordingId: string, trackId: string) => `recordings/${recordingId}/${trackId}.jpg`
