import type { OwnRegistration, RegistrationStanding } from '#core/contract/registrations.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { takesRegistrations } from '#core/domain/registration/registration-steps.ts'
import type { FoundActivity } from '../activities/find-activity.ts'
import type { Clock } from '../ports.ts'
import type { Registrations } from './ports.ts'

/** How registration stands for this actor; null where the activity takes none and nobody has registered before. */
export async function presentStanding(
  { registrations, clock }: { registrations: Registrations; clock: Clock },
  actor: Actor,
  { record: { summary, registration: terms }, resource }: FoundActivity,
): Promise<RegistrationStanding | null> {
  const personId = personIdOf(actor)
  const { id: activityId, state, entry, endsAtEpochMs } = summary
  const [counts, own, invitations] = await Promise.all([
    registrations.counts(activityId),
    personId === null ? null : registrations.own(activityId, personId),
    registrations.invitations(activityId, { personId }),
  ])
  if (terms.mode === 'none' && counts.registered + counts.waiting + counts.asked === 0) return null
  const isOpen = takesRegistrations({ state, terms, endsAtEpochMs }, { nowEpochMs: clock.nowEpochMs() })
  const decides = can(actor, 'activity.decide-registrations', resource)
  const isAsked = terms.mode !== 'invitation' || invitations.isInvited
  return {
    ...terms,
    isOpen,
    registered: counts.registered,
    waiting: counts.waiting,
    mine: own === null ? null : presentOwn(own),
    isInvited: invitations.isInvited,
    invited: decides ? invitations.count : 0,
    may: {
      // The card carries the link to everybody who sees an activity that is open by it.
      register: isOpen && isAsked && can(actor, 'activity.register', { ...resource, linkPresented: entry === 'link' }),
      decide: decides,
    },
  }
}

type Own = NonNullable<Awaited<ReturnType<Registrations['own']>>>

function presentOwn({ status, place }: Own): OwnRegistration | null {
  if (status.state === 'cancelled') return null
  return status.state === 'waiting' ? { state: 'waiting', place } : { state: status.state }
}
