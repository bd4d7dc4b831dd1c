import { AppError } from '#core/contract/errors.ts'

/** architecture.md §5. `ready` is final; a failed or aborted recording keeps what it has. */
export type RecordingStatus = 'starting' | 'active' | 'processing' | 'ready' | 'failed' | 'aborted'

const TRANSITIONS: Record<RecordingStatus, readonly RecordingStatus[]> = {
  starting: ['active', 'aborted', 'failed'],
  active: ['processing', 'failed'],
  processing: ['ready', 'failed'],
  // A failed finalising can be run again: the tracks are still there.
  failed: ['processing'],
  ready: ['processing'],
  aborted: [],
}

/** Is this a recording that is being written? At most one per session is (a partial unique index holds it). */
export const isOpenRecording = (status: RecordingStatus) => status === 'starting' || status === 'active'

/** Throws `CONFLICT` where the lifecycle has no such step; the same status again is not a step. */
export function assertRecordingStep(from: RecordingStatus, to: RecordingStatus): void {
  if (!TRANSITIONS[from].includes(to)) throw new AppError('CONFLICT', `录制不能从 ${from} 到 ${to}。`)
}
