import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { resourceOf } from '../activities/find-activity.ts'
import type { Activities } from '../activities/ports.ts'
import type { RecordingJobs, RecordingStore } from '../recording/ports.ts'

export interface FinishAgainDeps {
  activities: Activities
  recordings: Pick<RecordingStore, 'find' | 'move'>
  jobs: RecordingJobs
}

/**
 * [REPLAY6] Orders the work on a recording anew after its last try has failed. Throws `NOT_FOUND` also for a recording
 * that the actor must not know of, `CONFLICT` for one that has not failed.
 */
export async function finishAgain(
  { activities, recordings, jobs }: FinishAgainDeps,
  actor: Actor,
  { recordingId }: HttpParsedInput<'replay.finish-again'>,
): Promise<HttpOutput<'replay.finish-again'>> {
  const recording = await recordings.find(recordingId)
  const record = recording === null ? null : await activities.record(recording.activityId)
  const resource = record === null ? null : ({ ...resourceOf(record), kind: 'replay' } as const)
  if (resource === null || !can(actor, 'replay.see', resource))
    throw new AppError('NOT_FOUND', '没有这段录像，或者它不对您开放。')
  assertCan(actor, 'replay.finish-again', resource)
  // Two who press at once: one of them orders it. A crash between leaves it being finished, which the next start orders.
  const isOurs = await recordings.move(recordingId, { from: ['failed'], to: 'processing' })
  if (!isOurs) throw new AppError('CONFLICT', '这段录像正在整理，或者已经整理好了。')
  await jobs.finalize(recordingId)
  return {}
}
