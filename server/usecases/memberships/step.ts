import { AppError } from '#core/contract/errors.ts'
import type { AuditAction } from '#core/contract/audit.ts'
import { stepMembership, type MembershipStep } from '#core/domain/membership/membership-state.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { LiveConnections } from '../identity/ports.ts'
import type { People } from '../people/ports.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Studios } from '../studios/ports.ts'
import type { MembershipHead, Memberships, MembershipTransactions, MembershipWrites } from './ports.ts'

export interface MembershipDeps {
  memberships: Memberships
  transactions: MembershipTransactions
  studios: Studios
  people: People
  clock: Clock
  ids: Ids
  connections: Pick<LiveConnections, 'recheckPerson'>
}

const ACTIONS: Record<Exclude<MembershipStep, 'expire'>, AuditAction> = {
  consent: 'membership.answer',
  decline: 'membership.answer',
  confirm: 'membership.confirm',
  refuse: 'membership.refuse',
  withdraw: 'membership.withdraw',
  leave: 'membership.leave',
  remove: 'membership.remove',
}

export async function findMembership(
  { memberships }: Pick<MembershipDeps, 'memberships'>,
  membershipId: string,
): Promise<MembershipHead> {
  const head = await memberships.head(membershipId)
  if (head === null) throw new AppError('NOT_FOUND', '没有这项提名。')
  return head
}

export const subjectOf = (membershipId: string) => `membership:${membershipId}`

/** What the words of a message are made from. */
export const tellOf = ({ studioId, studioName, personName }: MembershipHead) => ({
  studioId,
  studioName,
  name: personName,
})

type Step = { step: Exclude<MembershipStep, 'expire'>; version: number; reason: string }

/** Takes one step of the table, on record. Throws `CONFLICT` where somebody else was quicker. */
export async function take(
  { clock }: Pick<MembershipDeps, 'clock'>,
  actor: Actor,
  writes: MembershipWrites,
  { head, step, version, reason }: Step & { head: MembershipHead },
): Promise<void> {
  const to = stepMembership(head.state, step)
  const moved = await writes.move(head, { version, to, atEpochMs: clock.nowEpochMs(), endReason: reason })
  if (!moved) throw new AppError('CONFLICT', '别人刚刚处理过这一项，请刷新后再看。')
  const after = { state: to, ...(reason === '' ? {} : { reason }) }
  await writes.audit.write(
    auditEntry(actor, { action: ACTIONS[step], subject: subjectOf(head.id), before: { state: head.state }, after }),
  )
}
