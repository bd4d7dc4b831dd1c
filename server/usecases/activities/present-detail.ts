import type { ActivityDetail } from '#core/contract/http-requests.ts'
import type { PlanAccess, PlanFacts } from '#core/contract/plan.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import { presentPerson } from '../people/present-person.ts'
import type { PersonSummary } from '../people/ports.ts'
import type { FoundActivity } from './find-activity.ts'
import type { ActivityRecord, LivePresence } from './ports.ts'
import { presentActivities } from './present-activity.ts'

/** An activity as this actor may see it. `me` is the actor's own summary, for their caret in the plan. */
export async function presentDetail(
  { presence }: { presence: LivePresence },
  actor: Actor,
  { record, resource, me }: FoundActivity & { me: PersonSummary | null },
): Promise<ActivityDetail> {
  const [card] = await presentActivities({ presence }, [record.summary])
  if (card === undefined) throw new Error('an activity has one card')
  return {
    card,
    agenda: record.agenda,
    people: record.people.map(({ person, role, note }) => ({ person: presentPerson(person), role, note })),
    willRecord: record.willRecord,
    plan: presentPlan(actor, { record, resource, me }),
    sessionId: record.sessionId,
    may: {
      // The card carries the link to everybody who sees an activity that is open by it.
      enter: can(actor, 'activity.enter', { ...resource, linkPresented: record.summary.entry === 'link' }),
      edit: can(actor, 'activity.edit', resource),
      publish: can(actor, 'activity.publish', resource),
      cancel: can(actor, 'activity.cancel', resource),
      openRoom: can(actor, 'activity.open-room', resource),
    },
  }
}

/** Null where the plan may not be read. Outside of a session nobody holds a room role. */
export function presentPlan(
  actor: Actor,
  { record, resource, me }: { record: ActivityRecord; resource: FoundActivity['resource']; me: PersonSummary | null },
): PlanFacts | null {
  const { plan, summary } = record
  if (plan === null) return null
  const access = accessTo(actor, { ...resource, kind: 'plan', roomRole: null })
  if (access === 'none') return null
  return {
    planId: plan.id,
    activityId: summary.id,
    title: summary.title,
    access,
    me: me === null ? null : { personId: me.id, name: me.name, colour: me.colour },
    updatedAt: plan.updatedAtEpochMs === null ? null : new Date(plan.updatedAtEpochMs).toISOString(),
  }
}

function accessTo(actor: Actor, plan: Extract<Resource, { kind: 'plan' }>): PlanAccess {
  if (can(actor, 'plan.edit', plan)) return 'edit'
  if (can(actor, 'plan.comment', plan)) return 'comment'
  return can(actor, 'plan.read', plan) ? 'read' : 'none'
}
