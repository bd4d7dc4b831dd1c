import type { ActivityState } from '#core/contract/activity.ts'
import type { AuditAction } from '#core/contract/audit.ts'
import { assertActivityStep } from '#core/domain/activity/activity-state.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { findActivity } from './find-activity.ts'
import type { Activities, ActivityWrites } from './ports.ts'

export interface MoveDeps {
  activities: Activities
  activityWrites: ActivityWrites
}

interface Step {
  to: ActivityState
  capability: 'activity.publish' | 'activity.cancel'
  action: AuditAction
}

const STEPS = {
  publish: { to: 'published', capability: 'activity.publish', action: 'activity.publish' },
  unpublish: { to: 'draft', capability: 'activity.publish', action: 'activity.unpublish' },
  cancel: { to: 'cancelled', capability: 'activity.cancel', action: 'activity.cancel' },
} as const satisfies Record<string, Step>

async function move(
  { activities, activityWrites }: MoveDeps,
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
  await activityWrites.move(activityId, { from, to: step.to, audit })
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
