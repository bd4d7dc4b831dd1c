import * as Y from 'yjs'
import { planSearchText } from '#core/lesson-plan/plan-text.ts'
import type { PlanStore } from '#server/usecases/plans/ports.ts'

interface PlanPlace {
  activityId: string
  atEpochMs: number
}

/** Makes `doc` the plan of an activity that nobody has opened yet. */
export async function bringPlan(plans: PlanStore, doc: Y.Doc, { activityId, atEpochMs }: PlanPlace): Promise<string> {
  const plan = await plans.findByActivity(activityId)
  if (plan === null) throw new Error('an activity has a plan')
  await plans.open(plan.planId, () => ({ update: Y.encodeStateAsUpdateV2(doc), personId: null, atEpochMs }))
  return plan.planId
}

/** Stores the plan as one state, with its text for searching. */
export async function settlePlan(
  plans: PlanStore,
  doc: Y.Doc,
  { planId, atEpochMs }: { planId: string; atEpochMs: number },
): Promise<void> {
  const { lastSeq } = (await plans.open(planId, refuseSeed)) ?? { lastSeq: 0 }
  const state = Y.encodeStateAsUpdateV2(doc)
  await plans.compact(planId, { state, stateSeq: lastSeq, text: planSearchText(doc), atEpochMs })
}

function refuseSeed(): never {
  throw new Error('the plan stands already')
}
