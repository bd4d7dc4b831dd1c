import { holds, personIdOf, type Actor } from '../actor.ts'
import type { ActivityFacts } from '../resource.ts'
import { leads, oversees } from './scopes.ts'

// How near somebody is to an activity: what the rules of the activity, its plan and its replay ask in common.

export const isHost = (actor: Actor, activity: ActivityFacts) =>
  personIdOf(actor) === activity.hostId || (activity.studioId !== null && leads(actor, activity.studioId))

export const inGroup = (actor: Actor, activity: ActivityFacts) => {
  const personId = personIdOf(actor)
  return (
    personId !== null && (activity.groupIds.has(personId) || activity.assigned.has(personId) || isHost(actor, activity))
  )
}

export const seesActivity = (actor: Actor, { activity }: { activity: ActivityFacts }) => {
  if (activity.state === 'draft') return inGroup(actor, activity) || holds(actor, 'office')
  if (inGroup(actor, activity) || oversees(actor, activity.districtId)) return true
  if (activity.entry === 'group') return false
  return actor.kind === 'person' || activity.entry === 'link'
}
