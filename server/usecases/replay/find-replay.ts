import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import { findActivity, resourceOf } from '../activities/find-activity.ts'
import type { Activities, ActivityRecord } from '../activities/ports.ts'
import type { ReplaySession, ReplaySessions } from './ports.ts'

type ReplayResource = Extract<Resource, { kind: 'replay' }>

export interface FindReplayDeps {
  activities: Activities
  sessions: ReplaySessions
}

/**
 * The session of an activity that is watched: the running one, else the newest. Throws `NOT_FOUND` while none has been
 * held, or for who must not know of the activity; `UNAUTHENTICATED` or `FORBIDDEN` for who may know of it and no more.
 */
export async function findReplay(
  deps: FindReplayDeps,
  actor: Actor,
  input: { activityId: string; link?: string | undefined },
): Promise<{ record: ActivityRecord; session: ReplaySession; resource: ReplayResource }> {
  const { record, resource: page } = await findActivity(deps, actor, input)
  const resource: ReplayResource = { ...page, kind: 'replay' }
  assertCan(actor, 'replay.see', resource)
  const session = record.sessionId === null ? null : await deps.sessions.find(record.sessionId)
  if (session === null) throw new AppError('NOT_FOUND', '这场活动还没有回放。')
  return { record, session, resource }
}

/** May this actor have the bytes of a replay of the activity? */
export async function seesReplay(
  { activities }: { activities: Activities },
  actor: Actor,
  activityId: string,
): Promise<boolean> {
  const record = await activities.record(activityId)
  return record !== null && can(actor, 'replay.see', { ...resourceOf(record), kind: 'replay' })
}
