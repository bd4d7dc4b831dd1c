import { AppError } from '#core/contract/errors.ts'
import type { PlanBlock } from '#core/contract/plan-block.ts'
import type { PlanFacts } from '#core/contract/plan.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { planAccessOf } from './plan-access.ts'
import type { PlanStore, RoomRoles } from './ports.ts'
import { presentPlan } from './present-plan.ts'

export interface GetPlanDeps {
  plans: PlanStore
  roomRoles: RoomRoles
}

/** An activity's plan as it is on disk, with what this actor may do with it. `NOT_FOUND` also where one must not know of it. */
export async function getPlan(
  deps: GetPlanDeps,
  actor: Actor,
  { activityId, link }: { activityId: string; link?: string | undefined },
): Promise<{ facts: PlanFacts; blocks: PlanBlock[] }> {
  const plan = await deps.plans.findByActivity(activityId)
  const access = plan === null ? 'none' : await planAccessOf(deps, actor, { plan, linkToken: link ?? null })
  if (plan === null || access === 'none') throw new AppError('NOT_FOUND', '没有这份教案，或者您不能看。')
  const personId = personIdOf(actor)
  const [stored, me] = await Promise.all([
    deps.plans.read(plan.planId),
    personId === null ? null : deps.plans.caretUser(personId),
  ])
  const { planId, title, updatedAtEpochMs } = plan
  const updatedAt = updatedAtEpochMs === null ? null : new Date(updatedAtEpochMs).toISOString()
  return {
    facts: { planId, activityId: plan.activityId, title, access, me, updatedAt },
    blocks: stored === null ? [] : presentPlan(stored, { title }),
  }
}
