import { holds, type Actor } from '../actor.ts'
import type { ActivityFacts } from '../resource.ts'
import { inGroup, isHost, seesActivity } from './nearness.ts'
import type { Rules } from './rule.ts'
import { leads, oversees } from './scopes.ts'

/** What the page of an activity says is the city's business; its plan and replay are only for whom it is open to. */
const seesPage = (actor: Actor, resource: { activity: ActivityFacts }) =>
  seesActivity(actor, resource) || (resource.activity.state !== 'draft' && resource.activity.entry === 'city')

/** A member's activity is a draft until the studio's master publishes it (product.md §3). */
const publishes = (actor: Actor, activity: ActivityFacts) => {
  if (holds(actor, 'office')) return true
  if (!isHost(actor, activity)) return false
  return activity.studioId === null || leads(actor, activity.studioId) || oversees(actor, activity.districtId)
}

const mayEnter = (actor: Actor, resource: { activity: ActivityFacts; linkPresented: boolean }) => {
  const { activity, linkPresented } = resource
  if (activity.state === 'draft' || activity.state === 'cancelled')
    return inGroup(actor, activity) && activity.state === 'draft' && isHost(actor, activity)
  if (actor.kind === 'guest') return activity.entry === 'link' && linkPresented
  return seesActivity(actor, resource)
}

export const ACTIVITY_RULES = {
  'activity.see': seesPage,
  'activity.enter': mayEnter,
  'activity.edit': (actor, { activity }) =>
    activity.state !== 'ended' && (isHost(actor, activity) || holds(actor, 'office')),
  'activity.publish': (actor, { activity }) => publishes(actor, activity),
  /** Also once it is over: what comes of it is laid down then. */
  'activity.manage-materials': (actor, { activity }) => isHost(actor, activity) && activity.state !== 'cancelled',
  'activity.cancel': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),
  'activity.open-room': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),
  'activity.register': (actor, resource) => actor.kind === 'person' && seesActivity(actor, resource),
  'activity.decide-registrations': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),
} as const satisfies Rules<'activity'>
