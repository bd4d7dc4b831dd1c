import type { ActivityState } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import type { HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Clock } from '../ports.ts'
import { fillPlaces } from '../registrations/fill-places.ts'
import { tellRegistrants } from '../registrations/tell-registrants.ts'
import { completeContent, type ContentDeps } from './activity-content.ts'
import { findActivity } from './find-activity.ts'
import type { Activities, ActivityWrites } from './ports.ts'

/** Replaces what was said about the activity. It stays in the place where it was created. */
export async function updateActivity(
  deps: ContentDeps & { activities: Activities; activityWrites: ActivityWrites; clock: Clock },
  actor: Actor,
  { activityId, input }: HttpParsedInput<'activity.update'>,
): Promise<Record<string, never>> {
  const { record, resource } = await findActivity(deps, actor, { activityId })
  assertCan(actor, 'activity.edit', resource)
  if (input.studioId !== record.facts.studioId) {
    throw new AppError('INVALID', '活动不能换到另一个工作室。', { field: 'studioId' })
  }
  const { hostId } = record.facts
  const keptAgendaIds = new Set(record.agenda.map(({ id }) => id))
  const content = await completeContent(deps, actor, {
    input,
    hostId,
    keptAgendaIds,
    wasCityEvent: record.summary.isCityEvent,
  })
  await deps.activityWrites.replace(activityId, {
    from: record.summary.state,
    content,
    audit: auditEntry(actor, {
      action: 'activity.update',
      subject: `activity:${activityId}`,
      before: outline(record.summary),
      after: { title: content.title, entry: content.entry, startsAt: content.startsAt, endsAt: content.endsAt },
    }),
    alongside: async (writes) => {
      const activity = await writes.hold(activityId)
      if (isAnnounced(record.summary) && isOtherTime(record.summary, activity)) {
        await tellRegistrants(writes, activity, 'activity.rescheduled')
      }
      // The capacity may have grown.
      await fillPlaces(writes, actor, { activity, nowEpochMs: deps.clock.nowEpochMs() })
    },
  })
  return {}
}

const isAnnounced = ({ state }: { state: ActivityState }) => state === 'published' || state === 'live'

type Times = { startsAtEpochMs: number; endsAtEpochMs: number }
const isOtherTime = (before: Times, after: Times) =>
  before.startsAtEpochMs !== after.startsAtEpochMs || before.endsAtEpochMs !== after.endsAtEpochMs

const outline = (summary: { title: string; entry: string; startsAtEpochMs: number; endsAtEpochMs: number }) => ({
  title: summary.title,
  entry: summary.entry,
  startsAt: new Date(summary.startsAtEpochMs).toISOString(),
  endsAt: new Date(summary.endsAtEpochMs).toISOString(),
})
