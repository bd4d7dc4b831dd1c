import { AppError } from '#core/contract/errors.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { holds, personIdOf, type Actor } from './actor.ts'
import type { Capability, ResourceKindOf } from './capabilities.ts'
import type { ActivityFacts, Resource } from './resource.ts'

type ResourceFor<C extends Capability> = Extract<Resource, { kind: ResourceKindOf<C> }>
type Rule<C extends Capability> = (actor: Actor, resource: ResourceFor<C>) => boolean

const oversees = (actor: Actor, districtId: string | null) =>
  holds(actor, 'office') || holds(actor, 'district-admin', { kind: 'district', id: districtId })

const leads = (actor: Actor, studioId: string) => holds(actor, 'master', { kind: 'studio', id: studioId })

const isHost = (actor: Actor, activity: ActivityFacts) =>
  personIdOf(actor) === activity.hostId || (activity.studioId !== null && leads(actor, activity.studioId))

const inGroup = (actor: Actor, activity: ActivityFacts) => {
  const personId = personIdOf(actor)
  return (
    personId !== null && (activity.groupIds.has(personId) || activity.assigned.has(personId) || isHost(actor, activity))
  )
}

/** What the page of an activity says is the city's business; its plan and replay are only for whom it is open to. */
const seesPage = (actor: Actor, resource: { activity: ActivityFacts }) =>
  seesActivity(actor, resource) || (resource.activity.state !== 'draft' && resource.activity.entry === 'city')

/** A member's activity is a draft until the studio's master publishes it (product.md §3). */
const publishes = (actor: Actor, activity: ActivityFacts) => {
  if (holds(actor, 'office')) return true
  if (!isHost(actor, activity)) return false
  return activity.studioId === null || leads(actor, activity.studioId) || oversees(actor, activity.districtId)
}

const seesActivity = (actor: Actor, { activity }: { activity: ActivityFacts }) => {
  if (activity.state === 'draft') return inGroup(actor, activity) || holds(actor, 'office')
  if (inGroup(actor, activity) || oversees(actor, activity.districtId)) return true
  if (activity.entry === 'group') return false
  return actor.kind === 'person' || activity.entry === 'link'
}

const mayEnter = (actor: Actor, resource: { activity: ActivityFacts; linkPresented: boolean }) => {
  const { activity, linkPresented } = resource
  if (activity.state === 'draft' || activity.state === 'cancelled')
    return inGroup(actor, activity) && activity.state === 'draft' && isHost(actor, activity)
  if (actor.kind === 'guest') return activity.entry === 'link' && linkPresented
  return seesActivity(actor, resource)
}

const PLAN_EDITING_ROLES: ReadonlySet<RoomRole> = new Set(['host', 'presenter', 'note-taker'])
const STAGE_ROLES: ReadonlySet<RoomRole> = new Set(['host', 'presenter', 'speaker'])
const SILENT_ROLES: ReadonlySet<RoomRole> = new Set(['viewer', 'inspector'])

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

const RULES: { [C in Capability]: Rule<C> } = {
  'studio.see': () => true,
  'studio.edit': (actor, { studioId }) => leads(actor, studioId) || holds(actor, 'office'),
  'studio.create-activity': (actor, { studioId, districtId }) =>
    leads(actor, studioId) || holds(actor, 'member', { kind: 'studio', id: studioId }) || oversees(actor, districtId),
  'city.create-activity': (actor) =>
    holds(actor, 'office') || holds(actor, 'district-admin') || holds(actor, 'school-admin'),
  'city.manage-people': (actor) => holds(actor, 'office'),
  'city.open-studio': (actor) => holds(actor, 'office'),

  // Who has the link is whom it was given to: nobody who uses one can sign in yet.
  'link.use': (_actor, { stands }) => stands,

  'activity.see': seesPage,
  'activity.enter': mayEnter,
  'activity.edit': (actor, { activity }) =>
    activity.state !== 'ended' && (isHost(actor, activity) || holds(actor, 'office')),
  'activity.publish': (actor, { activity }) => publishes(actor, activity),
  'activity.cancel': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),
  'activity.open-room': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),

  'plan.read': (actor, resource) => seesActivity(actor, resource),
  'plan.comment': commentsPlan,
  'plan.edit': (actor, resource) => editsPlan(actor, resource),
  'replay.see': (actor, resource) => seesActivity(actor, resource),
  'replay.finish-again': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),

  'room.raise-hand': (_actor, { role }) => !SILENT_ROLES.has(role),
  'room.chat': (_actor, { role }) => !SILENT_ROLES.has(role),
  'room.take-stage': (_actor, { role }) => STAGE_ROLES.has(role),
  'room.produce': (_actor, { role, onStage }) => onStage && role !== 'inspector',
  'room.host': (_actor, { role }) => role === 'host',
  'room.record': (_actor, { role }) => role === 'host',
  'room.move-agenda': (_actor, { role }) => role === 'host' || role === 'note-taker',
}

/** The one answer to "may they?": pure, and used by every path (product.md §3). The server itself may everything. */
export function can<C extends Capability>(actor: Actor, capability: C, resource: ResourceFor<C>): boolean {
  if (actor.kind === 'system') return true
  const rule: Rule<C> = RULES[capability]
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
