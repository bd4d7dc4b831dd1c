import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import type { People } from '../people/ports.ts'
import type { Clock } from '../ports.ts'
import type { Registrations } from '../registrations/ports.ts'
import { presentStanding } from '../registrations/present-standing.ts'
import { findActivity } from './find-activity.ts'
import type { Activities, LivePresence } from './ports.ts'
import { presentDetail } from './present-detail.ts'

export async function getActivity(
  deps: {
    activities: Activities
    people: People
    presence: LivePresence
    registrations: Registrations
    clock: Clock
  },
  actor: Actor,
  input: HttpParsedInput<'activity.get'>,
): Promise<HttpOutput<'activity.get'>> {
  const personId = personIdOf(actor)
  const [found, me] = await Promise.all([
    findActivity(deps, actor, input),
    personId === null ? null : deps.people.summary(personId),
  ])
  const detail = await presentDetail(deps, actor, { ...found, me })
  const { card, plan, sessionId } = detail
  const [planText, agendaItemId, registration] = await Promise.all([
    plan === null ? '' : deps.activities.planText(input.activityId),
    card.state === 'live' && sessionId !== null ? deps.presence.agendaItemId(sessionId) : null,
    presentStanding(deps, actor, found),
  ])
  return { ...detail, planText, agendaItemId, registration }
}
