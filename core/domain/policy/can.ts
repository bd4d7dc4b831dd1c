import { AppError } from '#core/contract/errors.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { Actor } from './actor.ts'
import { RULES, type Capability, type ResourceFor } from './capabilities.ts'
import type { Resource } from './resource.ts'
import { oversees } from './rules/scopes.ts'

const BY_CAPABILITY: { [C in Capability]: (actor: Actor, resource: ResourceFor<C>) => boolean } = {
  ...RULES.city,
  ...RULES.link,
  ...RULES.studio,
  ...RULES.activity,
  ...RULES.announcement,
  ...RULES.application,
  ...RULES.plan,
  ...RULES.replay,
  ...RULES.resource,
  ...RULES.room,
}

/** The one answer to "may they?": pure, and used by every path (product.md §3). The server itself may everything. */
export function can<C extends Capability>(actor: Actor, capability: C, resource: ResourceFor<C>): boolean {
  if (actor.kind === 'system') return true
  const rule = BY_CAPABILITY[capability]
  return rule(actor, resource)
}

/**
 * Throws `UNAUTHENTICATED` where signing in might help, `FORBIDDEN` otherwise. What one must not even know of is the
 * caller's to hide with `NOT_FOUND`.
 */
export function assertCan<C extends Capability>(actor: Actor, capability: C, resource: ResourceFor<C>): void {
  if (can(actor, capability, resource)) return
  if (actor.kind === 'guest' && resource.kind !== 'room') throw new AppError('UNAUTHENTICATED', '请先登录。')
  throw new AppError('FORBIDDEN', '您没有做这件事的权限。')
}

/** The role with which an actor sits down, or null where they may not enter. */
export function roomRoleOnEntry(actor: Actor, resource: Extract<Resource, { kind: 'activity' }>): RoomRole | null {
  if (!can(actor, 'activity.enter', resource)) return null
  if (actor.kind !== 'person') return 'viewer'
  const { activity } = resource
  if (actor.personId === activity.hostId) return 'host'
  const assigned = activity.assigned.get(actor.personId)
  if (assigned !== undefined) return assigned
  const insider = activity.groupIds.has(actor.personId)
  if (!insider && oversees(actor, activity.districtId)) return 'inspector'
  return 'participant'
}
