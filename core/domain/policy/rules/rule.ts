import type { Actor } from '../actor.ts'
import type { Resource } from '../resource.ts'

/** Whether an actor may, for one kind of resource. */
type Rule<K extends Resource['kind']> = (actor: Actor, resource: Extract<Resource, { kind: K }>) => boolean

/** The rules of one kind of resource, by capability. */
export type Rules<K extends Resource['kind']> = Record<string, Rule<K>>
