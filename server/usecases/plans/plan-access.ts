import type { PlanAccess } from '#core/contract/plan.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { PlanRecord, RoomRoles } from './ports.ts'

/** What the policy says an actor may do with a plan at this moment: the most that is permitted. */
export async function planAccessOf(
  deps: { roomRoles: RoomRoles },
  actor: Actor,
  { plan, linkToken }: { plan: PlanRecord; linkToken: string | null },
): Promise<PlanAccess> {
  const personId = personIdOf(actor)
  const roomRole = personId === null ? null : await deps.roomRoles.roleOf(plan.activityId, personId)
  const linkPresented = linkToken !== null && linkToken === plan.linkToken
  const resource = { kind: 'plan', activity: plan.facts, linkPresented, roomRole } as const
  if (can(actor, 'plan.edit', resource)) return 'edit'
  if (can(actor, 'plan.comment', resource)) return 'comment'
  return can(actor, 'plan.read', resource) ? 'read' : 'none'
}
