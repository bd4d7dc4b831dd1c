import type { HttpOutput, Me } from '#core/contract/http-requests.ts'
import { kindsOpenTo } from '#core/domain/activity/activity-kinds.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { People } from '../people/ports.ts'
import { presentPerson } from '../people/present-person.ts'
import type { Accounts } from './ports.ts'

/** Who is signed in, with what they may begin; null for guests. */
export async function getMe(
  { people, accounts }: { people: People; accounts: Accounts },
  actor: Actor,
): Promise<HttpOutput<'me.get'>> {
  if (actor.kind !== 'person') return null
  const [summary, username, scopes, studios] = await Promise.all([
    people.summary(actor.personId),
    accounts.usernameOf(actor.personId),
    people.scopeNames(actor.grants),
    people.studiosOf(actor.personId),
  ])
  if (summary === null) return null
  const mayCreateIn: Me['mayCreateIn'] = studios.map(({ id, name, kind }) => ({
    studioId: id,
    name,
    kinds: [...kindsOpenTo(actor, { kind })],
  }))
  if (can(actor, 'city.create-activity', { kind: 'city' })) {
    mayCreateIn.push({ studioId: null, name: summary.organisation, kinds: [...kindsOpenTo(actor, null)] })
  }
  return {
    person: presentPerson(summary),
    username: username ?? '',
    roles: actor.grants.map(({ role, scopeId }) => ({ role, scopeName: scopes.get(scopeId) ?? '' })),
    studios: studios.map(({ id, name }) => ({ id, name })),
    mayCreateIn,
    mayManagePeople: can(actor, 'city.manage-people', { kind: 'city' }),
    mayReviewApplications: can(actor, 'city.review-applications', { kind: 'city' }),
  }
}
