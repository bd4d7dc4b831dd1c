import { AppError } from '#core/contract/errors.ts'
import type { YearPlanState } from '#core/contract/year-plans.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { assertWritable } from '#core/domain/year-plan/plan-state.ts'
import type { Clock, Ids } from '../ports.ts'
import type { StudioFacts, Studios } from '../studios/ports.ts'
import type { PlanHead, YearPlans, YearPlanTransactions, YearPlanWrites } from './ports.ts'

export interface YearPlanDeps {
  plans: YearPlans
  transactions: YearPlanTransactions
  studios: Studios
  clock: Clock
  ids: Ids
}

/** For a row that somebody has changed since it was read. */
export const changedSince = () => new AppError('CONFLICT', '别人刚改过这里，请看过新的内容再改。您写的还在。')
const noPlan = () => new AppError('NOT_FOUND', '没有这份计划。')

export async function findStudio({ studios }: Pick<YearPlanDeps, 'studios'>, studioId: string): Promise<StudioFacts> {
  const facts = await studios.facts(studioId)
  if (facts === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  return facts
}

/** The plan and its studio. Throws `NOT_FOUND`. */
export async function findPlan(
  deps: Pick<YearPlanDeps, 'plans' | 'studios'>,
  planId: string,
): Promise<{ head: PlanHead; studio: StudioFacts }> {
  const head = await deps.plans.head(planId)
  if (head === null) throw noPlan()
  return { head, studio: await findStudio(deps, head.studioId) }
}

interface Writing {
  planId: string
  needs: 'studio.write-year-plan' | 'studio.claim-task'
  /** Throws where the plan does not stand so that it can be done. By default only what the office has is left alone. */
  assertState?: (state: YearPlanState) => void
}

/** Changes a plan for whom `needs` permits it; two never write to one plan at once. */
export async function writing<Result>(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, needs, assertState = assertWritable }: Writing,
  work: (writes: YearPlanWrites, found: { head: PlanHead; studio: StudioFacts }) => Promise<Result>,
): Promise<Result> {
  const { studio } = await findPlan(deps, planId)
  assertCan(actor, needs, studio.resource)
  return deps.transactions.run(async (writes) => {
    const head = await writes.lock(planId)
    if (head === null) throw noPlan()
    assertState(head.state)
    return work(writes, { head, studio })
  })
}

export const subjectOf = (planId: string) => `year-plan:${planId}`
