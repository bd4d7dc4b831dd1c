import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { presentPerson } from '../people/present-person.ts'
import { factsOf } from './propose.ts'
import { findMembership, take, tellOf, type MembershipDeps } from './step.ts'

const CITY = { kind: 'city' } as const

export async function proposalsToDecide(
  { memberships }: Pick<MembershipDeps, 'memberships'>,
  actor: Actor,
  { cursor, limit }: HttpParsedInput<'memberships.to-decide'>,
): Promise<HttpOutput<'memberships.to-decide'>> {
  assertCan(actor, 'city.confirm-members', CITY)
  const [found, total] = await Promise.all([
    memberships.waiting({ after: cursor ?? null, limit: limit + 1 }),
    memberships.countWaiting(),
  ])
  const items = found.slice(0, limit).map(({ id, person, elsewhere, proposedAtEpochMs, ...proposal }) => ({
    ...proposal,
    membershipId: id,
    person: presentPerson(person),
    elsewhere: [...elsewhere],
    proposedAt: new Date(proposedAtEpochMs).toISOString(),
  }))
  return { items, total, nextCursor: found.length > limit ? (items.at(-1)?.membershipId ?? null) : null }
}

/** 遴选: each in a transaction of its own, so that one that cannot be done any more does not hold up the others. */
export async function decideProposals(
  deps: MembershipDeps,
  actor: Actor,
  { decision, reason, memberships }: HttpParsedInput<'memberships.decide'>,
): Promise<HttpOutput<'memberships.decide'>> {
  assertCan(actor, 'city.confirm-members', CITY)
  if (decision === 'refuse' && reason === '') throw new AppError('INVALID', '请写明理由。', { field: 'reason' })
  const undone: HttpOutput<'memberships.decide'>['undone'] = []
  for (const { membershipId, version } of memberships) {
    try {
      await decide(deps, actor, { membershipId, version, decision, reason })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      undone.push({ membershipId, why: error.message })
    }
  }
  return { done: memberships.length - undone.length, undone }
}

type One = { membershipId: string; version: number; decision: 'confirm' | 'refuse'; reason: string }

async function decide(deps: MembershipDeps, actor: Actor, { membershipId, version, decision, reason }: One) {
  const head = await findMembership(deps, membershipId)
  await deps.transactions.run(async (writes) => {
    if (decision === 'confirm') {
      const { taken, limit } = await writes.lockPlaces(head.studioId)
      if (taken >= limit) throw new AppError('CONFLICT', `${head.studioName}的 ${limit} 个名额已满。`)
    }
    await take(deps, actor, writes, { head, step: decision, version, reason })
    const said =
      decision === 'confirm'
        ? { kind: 'membership.confirmed' as const, params: tellOf(head) }
        : { kind: 'membership.refused' as const, params: { ...tellOf(head), reason } }
    await writes.notifications.add([head.personId, head.masterId].map((personId) => ({ personId, ...said })))
  })
  if (decision === 'confirm') deps.connections.recheckPerson(head.personId)
}

/** 名额. */
export async function setMemberLimit(
  deps: MembershipDeps,
  actor: Actor,
  { studioId, limit }: HttpParsedInput<'studio.set-member-limit'>,
): Promise<HttpOutput<'studio.set-member-limit'>> {
  assertCan(actor, 'city.confirm-members', CITY)
  await factsOf(deps, studioId)
  await deps.transactions.run(async (writes) => {
    const before = await writes.lockPlaces(studioId)
    await writes.setLimit(studioId, limit)
    const entry = { action: 'studio.set-member-limit' as const, subject: `studio:${studioId}` }
    const after = { limit: limit === null ? '' : String(limit) }
    await writes.audit.write(auditEntry(actor, { ...entry, before: { limit: String(before.limit) }, after }))
  })
  return {}
}
