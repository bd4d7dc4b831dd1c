import type { RoomRole } from '#core/contract/roles.ts'
import { holds, personIdOf, type Actor } from '../actor.ts'
import type { ActivityFacts } from '../resource.ts'
import { inGroup, isHost, seesActivity } from './nearness.ts'
import type { Rules } from './rule.ts'
import { oversees } from './scopes.ts'

const PLAN_EDITING_ROLES: ReadonlySet<RoomRole> = new Set(['host', 'presenter', 'note-taker'])

const editsPlan = (actor: Actor, { activity, roomRole }: { activity: ActivityFacts; roomRole: RoomRole | null }) => {
  const personId = personIdOf(actor)
  if (personId === null || activity.state === 'cancelled') return false
  if (isHost(actor, activity) || activity.groupIds.has(personId)) return true
  const role = roomRole ?? activity.assigned.get(personId) ?? null
  return role !== null && PLAN_EDITING_ROLES.has(role)
}

const COMMENTING_ROLES = ['teacher', 'member', 'master', 'school-admin', 'expert'] as const

/** Teachers and experts of the whole city; who administers, in their own scope (product.md §3). */
const commentsPlan = (actor: Actor, resource: { activity: ActivityFacts }) =>
  actor.kind === 'person' &&
  seesActivity(actor, resource) &&
  (inGroup(actor, resource.activity) ||
    COMMENTING_ROLES.some((role) => holds(actor, role)) ||
    oversees(actor, resource.activity.districtId))

export const PLAN_RULES = {
  'plan.read': (actor, resource) => seesActivity(actor, resource),
  'plan.comment': commentsPlan,
  'plan.edit': (actor, resource) => editsPlan(actor, resource),
} as const satisfies Rules<'plan'>
