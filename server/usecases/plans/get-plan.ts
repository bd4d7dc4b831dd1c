import { AppError } from '#core/contract/errors.ts'
import type { PlanFacts } from '#core/contract/plan.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { planAccessOf } from './plan-access.ts'
import type { PlanStore, RoomRoles } from './ports.ts'

export interface GetPlanDeps {
  plans: PlanStore
  roomRoles: RoomRoles
}

/** The facts of an activity's plan, with what this actor may do with it. `NOT_FOUND` also where one must not know of it. */
export async function getPlan(
  deps: GetPlanDeps,
  actor: Actor,
  { activityId, link }: { activityId: string; link?: string | undefined },
): Promise<PlanFacts> {
  const plan = await deps.plans.findByActivity(activityId)
  const access = plan === null ? 'none' : await planAccessOf(deps, actor, { plan, linkToken: link ?? null })
  if (plan === null || access === 'none') throw new AppError('NOT_FOUND', '没有这份教案，或者您不能看。')
  const personId = personIdOf(actor)
  return {
    planId: plan.planId,
    activityId: plan.activityId,
    title: plan.title,
    access,
    me: personId === null ? null : await deps.plans.caretUser(personId),
    updatedAt: plan.updatedAtEpochMs === null ? null : new Date(plan.updatedAtEpochMs).toISOString(),
  }
}
