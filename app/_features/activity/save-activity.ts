import type { ErrorCode } from '#core/contract/errors.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { toActivityInput, type ActivityFormValues } from './form-values.ts'

export type SaveIntent = 'save' | 'publish'

export type SaveResult =
  | { kind: 'saved'; activityId: string }
  /** `activityId`: it was made before the failure; the next attempt changes it instead of making a second. */
  | { kind: 'failed'; activityId: string | null; code: ErrorCode; message: string | null }

/** Of a studio's plan of the year: what the activity was made from. */
export type PlanItem = { planId: string; itemId: string }

/** Creates or replaces the activity, and publishes it where that is wanted. Never rejects for what the server refuses. */
export async function saveActivity(
  values: ActivityFormValues,
  { activityId, intent, planItem }: { activityId: string | null; intent: SaveIntent; planItem: PlanItem | null },
): Promise<SaveResult> {
  const input = toActivityInput(values)
  let made = activityId
  try {
    if (made === null) made = (await httpRequest('activity.create', input)).activityId
    else await httpRequest('activity.update', { activityId: made, input })
    if (planItem !== null) await linkWithPlan(made, planItem)
    if (intent === 'publish') await httpRequest('activity.publish', { activityId: made })
    return { kind: 'saved', activityId: made }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    const isChinese = document.documentElement.lang === 'zh-CN'
    return { kind: 'failed', activityId: made, code: error.code, message: isChinese ? error.message : null }
  }
}

async function linkWithPlan(activityId: string, planItem: PlanItem): Promise<void> {
  try {
    await httpRequest('year-plan.link', { ...planItem, activityId })
  } catch (error) {
    // Not who writes the plan, or the item is gone by now: the activity stands, and the plan's page offers it for linking.
    if (error instanceof RequestError && ['CONFLICT', 'FORBIDDEN', 'NOT_FOUND'].includes(error.code)) return
    throw error
  }
}
