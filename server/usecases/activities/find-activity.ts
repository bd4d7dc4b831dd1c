import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import type { Activities, ActivityRecord } from './ports.ts'

/** An activity and what the policy is asked about it. */
export interface FoundActivity {
  record: ActivityRecord
  resource: Extract<Resource, { kind: 'activity' }>
}

/** Throws `NOT_FOUND` also for an activity that the actor must not know of. */
export async function findActivity(
  { activities }: { activities: Activities },
  actor: Actor,
  { activityId, link }: { activityId: string; link?: string | undefined },
): Promise<FoundActivity> {
  const record = await activities.record(activityId)
  if (record !== null) {
    const resource = resourceOf(record, { link })
    if (can(actor, 'activity.see', resource)) return { record, resource }
  }
  throw new AppError('NOT_FOUND', '没有这场活动，或者它不对您开放。')
}

export function resourceOf(
  record: ActivityRecord,
  { link }: { link?: string | undefined } = {},
): FoundActivity['resource'] {
  const { entry, linkToken } = record.summary
  const linkPresented = entry === 'link' && link !== undefined && isSame(link, linkToken)
  return { kind: 'activity', activity: record.facts, linkPresented }
}

/** In constant time, whatever the lengths. */
const isSame = (given: string, secret: string) => timingSafeEqual(sha256(given), sha256(secret))
const sha256 = (text: string) => createHash('sha256').update(text).digest()
