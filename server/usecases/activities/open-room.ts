import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { assertActivityStep } from '#core/domain/activity/activity-state.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { BaseDeps } from '../ports.ts'
import { findActivity } from './find-activity.ts'
import type { Activities, ActivityWrites, SessionOpener } from './ports.ts'

export interface OpenRoomDeps extends Pick<BaseDeps, 'clock' | 'ids'> {
  activities: Activities
  activityWrites: ActivityWrites
  sessionOpener: SessionOpener
}

/**
 * The running session of the activity, made when there is none. Two that come at once get the same one. A room whose
 * opening was cut short is completed by the next who asks.
 */
export async function openRoom(
  { activities, activityWrites, sessionOpener, clock, ids }: OpenRoomDeps,
  actor: Actor,
  { activityId }: HttpParsedInput<'activity.open-room'>,
): Promise<HttpOutput<'activity.open-room'>> {
  const { record, resource } = await findActivity({ activities }, actor, { activityId })
  assertCan(actor, 'activity.open-room', resource)
  const { state: from, title } = record.summary
  if (from !== 'live') assertActivityStep(from, 'live')
  const { sessionId } = await activityWrites.openSession(activityId, {
    sessionId: ids.next(),
    zeroEpochMs: clock.nowEpochMs(),
    from,
    audit: auditEntry(actor, {
      action: 'activity.open-room',
      subject: `activity:${activityId}`,
      before: { state: from },
      after: { state: 'live' },
    }),
  })
  await sessionOpener.opened({ sessionId, activityId, title })
  return { sessionId }
}
