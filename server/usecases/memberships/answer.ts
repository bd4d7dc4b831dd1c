import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { MembershipHead } from './ports.ts'
import { findMembership, take, tellOf, type MembershipDeps } from './step.ts'

/** 同意, 不同意. */
export async function answerProposal(
  deps: MembershipDeps,
  actor: Actor,
  { membershipId, version, answer, reason }: HttpParsedInput<'membership.answer'>,
): Promise<HttpOutput<'membership.answer'>> {
  const head = await ownMembership(deps, actor, membershipId)
  await deps.transactions.run(async (writes) => {
    await take(deps, actor, writes, { head, step: answer, version, reason })
    const kind = answer === 'consent' ? ('membership.consented' as const) : ('membership.declined' as const)
    await writes.notifications.add([{ personId: head.masterId, kind, params: tellOf(head) }])
  })
  return {}
}

/** 退出. */
export async function leaveGroup(
  deps: MembershipDeps,
  actor: Actor,
  { membershipId, version, reason }: HttpParsedInput<'membership.leave'>,
): Promise<HttpOutput<'membership.leave'>> {
  const head = await ownMembership(deps, actor, membershipId)
  await deps.transactions.run(async (writes) => {
    await take(deps, actor, writes, { head, step: 'leave', version, reason })
    await writes.notifications.add([{ personId: head.masterId, kind: 'membership.left', params: tellOf(head) }])
  })
  deps.connections.recheckPerson(head.personId)
  return {}
}

export async function ownProposals(
  { memberships }: Pick<MembershipDeps, 'memberships'>,
  actor: Actor,
): Promise<HttpOutput<'memberships.mine'>> {
  const rows = await memberships.proposedTo(requirePerson(actor).personId)
  return {
    items: rows.map(({ id, version, studioId, studioName, masterName, reason, proposedAtEpochMs }) => ({
      ...{ membershipId: id, version, masterName, reason },
      studio: { id: studioId, name: studioName },
      proposedAt: new Date(proposedAtEpochMs).toISOString(),
    })),
  }
}

/** What is somebody else's is not there. */
async function ownMembership(deps: MembershipDeps, actor: Actor, membershipId: string): Promise<MembershipHead> {
  const { personId } = requirePerson(actor)
  const head = await findMembership(deps, membershipId)
  if (head.personId !== personId) throw new AppError('NOT_FOUND', '没有这项提名。')
  return head
}
