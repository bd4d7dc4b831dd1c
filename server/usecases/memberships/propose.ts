import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import type { StudioFacts } from '../studios/ports.ts'
import { findMembership, subjectOf, take, type MembershipDeps } from './step.ts'

const LEADS = 'studio.propose-member'

/** 提名. */
export async function proposeMember(
  deps: MembershipDeps,
  actor: Actor,
  { studioId, personId, reason }: HttpParsedInput<'membership.propose'>,
): Promise<HttpOutput<'membership.propose'>> {
  const { resource } = await factsOf(deps, studioId)
  assertCan(actor, LEADS, resource)
  const { personId: meId } = requirePerson(actor)
  const [person, me, studio] = await Promise.all([
    deps.people.summary(personId),
    deps.people.summary(meId),
    deps.studios.summary(studioId),
  ])
  if (person === null) throw new AppError('INVALID', '请选一个人。', { field: 'personId' })
  if (personId === resource.masterId) throw new AppError('INVALID', '主持人不用提名。', { field: 'personId' })
  const membershipId = deps.ids.next()
  await deps.transactions.run(async (writes) => {
    const { taken, limit } = await writes.lockPlaces(studioId)
    if (taken >= limit) throw new AppError('CONFLICT', `群组已有 ${taken} 人，名额是 ${limit} 人。`)
    const atEpochMs = deps.clock.nowEpochMs()
    if (!(await writes.propose({ id: membershipId, studioId, personId, reason, atEpochMs })))
      throw new AppError('CONFLICT', `${person.name}已经在群组里，或者已经提名。`, { field: 'personId' })
    const after = { state: 'proposed', personId, reason }
    await writes.audit.write(
      auditEntry(actor, { action: 'membership.propose', subject: subjectOf(membershipId), before: null, after }),
    )
    const params = { studioId, studioName: studio?.name ?? '', name: me?.name ?? '' }
    await writes.notifications.add([{ personId, kind: 'membership.proposed', params }])
  })
  return { membershipId }
}

/** 撤回提名. */
export async function withdrawProposal(
  deps: MembershipDeps,
  actor: Actor,
  { studioId, membershipId, version }: HttpParsedInput<'membership.withdraw'>,
): Promise<HttpOutput<'membership.withdraw'>> {
  const head = await ledBy(deps, actor, { studioId, membershipId })
  await deps.transactions.run(async (writes) => {
    await take(deps, actor, writes, { head, step: 'withdraw', version, reason: '' })
    const params = { studioId, studioName: head.studioName }
    await writes.notifications.add([{ personId: head.personId, kind: 'membership.withdrawn', params }])
  })
  return {}
}

/** 移出. */
export async function removeMember(
  deps: MembershipDeps,
  actor: Actor,
  { studioId, membershipId, version, reason }: HttpParsedInput<'membership.remove'>,
): Promise<HttpOutput<'membership.remove'>> {
  const head = await ledBy(deps, actor, { studioId, membershipId })
  await deps.transactions.run(async (writes) => {
    await take(deps, actor, writes, { head, step: 'remove', version, reason })
    const params = { studioId, studioName: head.studioName, reason }
    await writes.notifications.add([{ personId: head.personId, kind: 'membership.removed', params }])
  })
  deps.connections.recheckPerson(head.personId)
  return {}
}

export async function factsOf({ studios }: Pick<MembershipDeps, 'studios'>, studioId: string): Promise<StudioFacts> {
  const facts = await studios.facts(studioId)
  if (facts === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  return facts
}

/** A membership of a studio that the actor leads. */
async function ledBy(
  deps: MembershipDeps,
  actor: Actor,
  { studioId, membershipId }: { studioId: string; membershipId: string },
) {
  assertCan(actor, LEADS, (await factsOf(deps, studioId)).resource)
  const head = await findMembership(deps, membershipId)
  if (head.studioId !== studioId) throw new AppError('NOT_FOUND', '没有这项提名。')
  return head
}
