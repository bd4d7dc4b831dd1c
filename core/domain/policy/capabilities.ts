import type { Resource } from './resource.ts'
import { ACTIVITY_RULES } from './rules/activity.ts'
import { ANNOUNCEMENT_RULES } from './rules/announcement.ts'
import { APPLICATION_RULES } from './rules/application.ts'
import { CITY_RULES } from './rules/city.ts'
import { LINK_RULES } from './rules/link.ts'
import { PLAN_RULES } from './rules/plan.ts'
import { REPLAY_RULES } from './rules/replay.ts'
import { RESOURCE_RULES } from './rules/resource.ts'
import { ROOM_RULES } from './rules/room.ts'
import { STUDIO_RULES } from './rules/studio.ts'

/** Everything that can be permitted or refused, by the kind of resource it is asked about. */
export const RULES = {
  city: CITY_RULES,
  link: LINK_RULES,
  studio: STUDIO_RULES,
  activity: ACTIVITY_RULES,
  announcement: ANNOUNCEMENT_RULES,
  application: APPLICATION_RULES,
  plan: PLAN_RULES,
  replay: REPLAY_RULES,
  resource: RESOURCE_RULES,
  room: ROOM_RULES,
} as const satisfies Record<Resource['kind'], unknown>

type ResourceKind = keyof typeof RULES
export type CapabilityOf<K extends ResourceKind> = { [Kind in ResourceKind]: keyof (typeof RULES)[Kind] }[K]
export type Capability = CapabilityOf<ResourceKind>
type ResourceKindOf<C extends Capability> = {
  [K in ResourceKind]: C extends CapabilityOf<K> ? K : never
}[ResourceKind]
export type ResourceFor<C extends Capability> = Extract<Resource, { kind: ResourceKindOf<C> }>
