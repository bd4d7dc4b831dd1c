import type { BaseDeps } from '../ports.ts'
import { SEMINAR_LIMITS, type SeminarLimits } from './limits.ts'
import { LiveSessions } from './live-sessions.ts'
import type { RecordingControl, SeminarStores } from './ports.ts'

export interface SeminarDeps extends BaseDeps, SeminarStores {
  recordings: RecordingControl
  limits: SeminarLimits
  sessions: LiveSessions
}

export interface SeminarOptions extends BaseDeps {
  stores: SeminarStores
  recordings: RecordingControl
  /** Stays the same when this process starts again: then its rooms are its own at once. */
  nodeId: string
  limits?: Partial<SeminarLimits>
}

/** Everything the room's use-cases need. `sessions.recover()` and `sessions.close()` are the caller's. */
export function createSeminarDeps({ stores, recordings, nodeId, limits, ...base }: SeminarOptions): SeminarDeps {
  const settled = { ...SEMINAR_LIMITS, ...limits }
  const sessions = LiveSessions.create({ ...base, ...stores, recordings, nodeId, limits: settled })
  return { ...base, ...stores, recordings, limits: settled, sessions }
}
