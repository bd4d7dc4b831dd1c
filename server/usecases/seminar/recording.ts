import { AppError } from '#core/contract/errors.ts'
import type { RoomOutput } from '#core/contract/room-requests.ts'
import { assertLive } from '#core/domain/seminar/decide/decision.ts'
import * as session from '#core/domain/seminar/decide/session.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

/**
 * [REC1] The mark is up before the first sound is kept. [REC3] A second start is refused with `CONFLICT`. A recorder that
 * does not begin takes the mark down again and answers `MEDIA`.
 */
export async function startRecording(deps: SeminarDeps, seat: Seat): Promise<RoomOutput<'recording.start'>> {
  const { session: live, me } = seatedFor(deps, seat, 'recording.start')
  assertLive(live.state)
  const { sessionId } = live.facts
  const recordingId = deps.ids.next()
  await deps.recordingRows.open({ recordingId, sessionId, startMs: live.nowMs() })
  try {
    await live.decide((state) => session.startRecording(state, { recordingId, byId: me.id }))
  } catch (error) {
    await deps.recordingRows.abort(recordingId, 'not in the log')
    throw error
  }
  try {
    await deps.recordings.start({ sessionId, recordingId })
  } catch (cause) {
    deps.log.error({ sessionId, recordingId, cause }, 'recording_not_started')
    await live.decide((state) => session.stopRecording(state, null))
    await deps.recordingRows.abort(recordingId, cause instanceof Error ? cause.message : 'unknown')
    throw new AppError('MEDIA', '录制没有开始，请再试一次。', { cause })
  }
  return { recordingId }
}

/** [REC2] Nothing is kept any more when the mark goes down. Without a recording it is already so. */
export async function stopRecording(deps: SeminarDeps, seat: Seat): Promise<Record<string, never>> {
  const { session: live, me } = seatedFor(deps, seat, 'recording.stop')
  const { recording } = live.state
  if (recording === null) return {}
  const { sessionId } = live.facts
  await deps.recordings.stop({ sessionId, recordingId: recording.recordingId, endMs: live.nowMs() })
  await live.decide((state) =>
    state.recording?.recordingId === recording.recordingId ? session.stopRecording(state, me.id) : [],
  )
  return {}
}
