/** architecture.md §5. `ready` is final; a failed or aborted recording keeps what it has. */
export type RecordingStatus = 'starting' | 'active' | 'processing' | 'ready' | 'failed' | 'aborted'

/** Is this a recording that is being written? At most one per session is (a partial unique index holds it). */
export const isOpenRecording = (status: RecordingStatus) => status === 'starting' || status === 'active'
