import type { ActivityState } from '#core/contract/activity.ts'
import type { AuditAction } from '#core/contract/audit.ts'
import { assertActivityStep } from '#core/domain/activity/activity-state.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Clock } from '../ports.ts'
import { fillPlaces } from '../registrations/fill-places.ts'
import { tellRegistrants, type ActivityNews } from '../registrations/tell-registrants.ts'
import { findActivity } from './find-activity.ts'
import type { Activities, ActivityWrites } from './ports.ts'

export interface MoveDeps {
  activities: Activities
  activityWrites: ActivityWrites
  clock: Clock
}

interface Step {
  to: ActivityState
  capability: 'activity.publish' | 'activity.cancel'
  action: AuditAction
  /** To who has registered. */
  news: ActivityNews
}

const STEPS = {
  publish: {
    to: 'published',
    capability: 'activity.publish',
    action: 'activity.publish',
    news: 'activity.published-again',
  },
  unpublish: { to: 'draft', capability: 'activity.publish', action: 'activity.unpublish', news: 'activity.withdrawn' },
  cancel: { to: 'cancelled', capability: 'activity.cancel', action: 'activity.cancel', news: 'activity.cancelled' },
} as const satisfies Record<string, Step>

async function move(
  { activities, activityWrites, clock }: MoveDeps,
  actor: Actor,
  { activityId, step }: { activityId: string; step: Step },
): Promise<Record<string, never>> {
  const { record, resource } = await findActivity({ activities }, actor, { activityId })
  assertCan(actor, step.capability, resource)
  const from = record.summary.state
  assertActivityStep(from, step.to)
  const audit = auditEntry(actor, {
    action: step.action,
    subject: `activity:${activityId}`,
    before: { state: from },
    after: { state: step.to },
  })
  await activityWrites.move(activityId, {
    from,
    to: step.to,
    audit,
    alongside: async (writes) => {
      const activity = await writes.hold(activityId)
      // A cancelled one that becomes a draft again is news when it is published.
      if (from !== 'cancelled') await tellRegistrants(writes, activity, step.news)
      // What is for the group alone, the group hears of by itself.
      if (step.to === 'published' && record.summary.entry !== 'group') await writes.tellFollowers(activityId)
      await fillPlaces(writes, actor, { activity, nowEpochMs: clock.nowEpochMs() })
    },
  })
  return {}
}

type Input = { activityId: string }

export const publishActivity = (deps: MoveDeps, actor: Actor, { activityId }: Input) =>
  move(deps, actor, { activityId, step: STEPS.publish })

/** Back to a draft. Also brings back a cancelled activity. */
export const unpublishActivity = (deps: MoveDeps, actor: Actor, { activityId }: Input) =>
  move(deps, actor, { activityId, step: STEPS.unpublish })

export const cancelActivity = (deps: MoveDeps, actor: Actor, { activityId }: Input) =>
  move(deps, actor, { activityId, step: STEPS.cancel })
