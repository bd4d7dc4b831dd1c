import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { endedMembershipState, openMembershipState } from '#core/contract/memberships.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { presentPerson } from '../people/present-person.ts'
import { factsOf } from './propose.ts'
import type { GroupRow } from './ports.ts'
import type { MembershipDeps } from './step.ts'

const PAST_MAX = 30

/** 群组: who is in it, who is proposed, and who was. */
export async function getGroup(
  deps: Pick<MembershipDeps, 'memberships' | 'studios'>,
  actor: Actor,
  { studioId }: HttpParsedInput<'studio.group'>,
): Promise<HttpOutput<'studio.group'>> {
  const { resource } = await factsOf(deps, studioId)
  assertCan(actor, 'studio.see-group', resource)
  const [summary, places, rows] = await Promise.all([
    deps.studios.summary(studioId),
    deps.memberships.places(studioId),
    deps.memberships.ofStudio(studioId, { pastLimit: PAST_MAX }),
  ])
  if (summary === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  return {
    studio: { id: studioId, name: summary.name, masterName: summary.master.name },
    places,
    members: rows.flatMap(toMember).sort((one, other) => one.since.localeCompare(other.since)),
    proposals: rows.flatMap(toProposal),
    past: rows.flatMap(toPast),
    meId: personIdOf(actor),
    may: {
      propose: can(actor, 'studio.propose-member', resource),
      setLimit: can(actor, 'city.confirm-members', { kind: 'city' }),
    },
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()

function toMember({ id, person, state, version, sinceEpochMs }: GroupRow) {
  if (state !== 'active' || sinceEpochMs === null) return []
  return [{ membershipId: id, version, person: presentPerson(person), since: iso(sinceEpochMs) }]
}

function toProposal({ id, person, state, version, reason, proposedAtEpochMs }: GroupRow) {
  const open = openMembershipState.safeParse(state)
  if (!open.success || proposedAtEpochMs === null) return []
  const proposedAt = iso(proposedAtEpochMs)
  return [{ membershipId: id, version, person: presentPerson(person), state: open.data, reason, proposedAt }]
}

function toPast({ id, person, state, sinceEpochMs, endedAtEpochMs, endReason }: GroupRow) {
  const ended = endedMembershipState.safeParse(state)
  if (!ended.success || endedAtEpochMs === null) return []
  const since = sinceEpochMs === null ? null : iso(sinceEpochMs)
  return [
    {
      membershipId: id,
      person: presentPerson(person),
      state: ended.data,
      since,
      endedAt: iso(endedAtEpochMs),
      endReason,
    },
  ]
}
