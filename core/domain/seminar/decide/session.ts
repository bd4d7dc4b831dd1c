import { AppError } from '#core/contract/errors.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import type { TimelineDraft } from '#core/contract/timeline.ts'
import { assertLive, NOTHING_TO_DO, type Decision } from './decision.ts'

/** Between 结束全场 and the end: time to take it back. */
export const END_UNDO_MS = 10_000

export function beginEnding(state: RoomState, { nowMs, byId }: { nowMs: number; byId: string }): Decision {
  assertLive(state)
  if (state.status.status === 'ending') return NOTHING_TO_DO
  return [{ type: 'session.ending', actorId: byId, payload: { endsAtMs: nowMs + END_UNDO_MS } }]
}

export function cancelEnding(state: RoomState, byId: string): Decision {
  if (state.status.status === 'ended') throw new AppError('GONE', '已经散场，撤不回来了。')
  if (state.status.status === 'live') return NOTHING_TO_DO
  return [{ type: 'session.ending-cancelled', actorId: byId, payload: {} }]
}

/** [END1] Only an ending whose time is up ends; a recording is closed before. */
export function finishEnding(state: RoomState, nowMs: number): Decision {
  if (state.status.status !== 'ending' || nowMs < state.status.endsAtMs) return NOTHING_TO_DO
  return endNow(state)
}

export function endNow(state: RoomState): Decision {
  if (state.status.status === 'ended') return NOTHING_TO_DO
  const drafts: TimelineDraft[] = []
  if (state.recording !== null) {
    drafts.push({ type: 'recording.stopped', actorId: null, payload: { recordingId: state.recording.recordingId } })
  }
  drafts.push({ type: 'session.ended', actorId: null, payload: {} })
  return drafts
}

export function moveAgenda(state: RoomState, { itemId, byId }: { itemId: string; byId: string }): Decision {
  assertLive(state)
  if (state.agendaItemId === itemId) return NOTHING_TO_DO
  return [{ type: 'agenda.moved', actorId: byId, payload: { itemId } }]
}

/** [REC3] A second start is refused: one live recording per session. */
export function startRecording(
  state: RoomState,
  { recordingId, byId }: { recordingId: string; byId: string },
): Decision {
  assertLive(state)
  if (state.recording !== null) throw new AppError('CONFLICT', '已经在录制。')
  return [{ type: 'recording.started', actorId: byId, payload: { recordingId } }]
}

export function stopRecording(state: RoomState, byId: string | null): Decision {
  if (state.recording === null) return NOTHING_TO_DO
  return [{ type: 'recording.stopped', actorId: byId, payload: { recordingId: state.recording.recordingId } }]
}
