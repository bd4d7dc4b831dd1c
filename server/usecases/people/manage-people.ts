import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { issueLink, type IssuedLink } from '../identity/one-time-link.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Transactions } from '../ports/transactions.ts'
import { addOrganisation, addPerson, grantRole } from './add-person.ts'
import type { People } from './ports.ts'

export interface ManagePeopleDeps {
  people: People
  transactions: Transactions
  clock: Clock
  ids: Ids
}

const CITY = { kind: 'city' } as const

export async function listOrganisations(
  { people }: Pick<ManagePeopleDeps, 'people'>,
  actor: Actor,
): Promise<HttpOutput<'organisations.list'>> {
  assertCan(actor, 'city.manage-people', CITY)
  return { organisations: await people.organisations() }
}

/** Throws `INVALID` where the parent is none for such an organisation. */
export async function addOrganisationBelow(
  { people, transactions, ids }: ManagePeopleDeps,
  actor: Actor,
  { parentId, kind, name }: HttpParsedInput<'organisation.add'>,
): Promise<HttpOutput<'organisation.add'>> {
  assertCan(actor, 'city.manage-people', CITY)
  const parent = await people.organisation(parentId)
  if (parent?.kind !== 'city-bureau' && !(parent?.kind === 'district' && kind === 'school')) {
    throw new AppError('INVALID', '请选上级单位。', { field: 'parentId' })
  }
  return transactions.run(async ({ audit, ...writes }) => {
    const added = await addOrganisation({ ...writes, ids }, actor, { parentId, kind, name, shortName: name })
    const subject = `organisation:${added.organisationId}`
    await audit.write(
      auditEntry(actor, { action: 'organisation.add', subject, before: null, after: { kind, name, parentId } }),
    )
    return added
  })
}

/** Nobody knows the password that the account begins with: the link is the only way in. */
export async function invitePerson(
  { people, transactions, clock, ids }: ManagePeopleDeps,
  actor: Actor,
  { name, username, organisationId, role }: HttpParsedInput<'person.add'>,
): Promise<HttpOutput<'person.add'>> {
  assertCan(actor, 'city.manage-people', CITY)
  const organisation = await people.organisation(organisationId)
  if (organisation === null) throw new AppError('INVALID', '请选单位。', { field: 'organisationId' })
  const scope =
    role === 'teacher'
      ? { scope: 'school' as const, scopeId: organisationId }
      : { scope: 'city' as const, scopeId: organisation.rootId }
  return transactions.run(async ({ links, audit, ...writes }) => {
    const deps = { ...writes, ids }
    const { personId } = await addPerson(deps, actor, { name, username, password: ids.secret(), organisationId })
    await grantRole(deps, actor, { personId, role, ...scope })
    const subject = `person:${personId}`
    const after = { name, username, organisationId, role }
    await audit.write(auditEntry(actor, { action: 'person.add', subject, before: null, after }))
    const issued = await issueLink({ links, clock, ids }, { purpose: 'set-password', subject: personId })
    return { personId, ...presentLink(issued) }
  })
}

export async function renewPasswordLink(
  { people, transactions, clock, ids }: ManagePeopleDeps,
  actor: Actor,
  { personId }: HttpParsedInput<'person.renew-link'>,
): Promise<HttpOutput<'person.renew-link'>> {
  assertCan(actor, 'city.manage-people', CITY)
  if ((await people.summary(personId)) === null) throw new AppError('NOT_FOUND', '没有这个人。')
  return transactions.run(async ({ links, audit }) => {
    const subject = `person:${personId}`
    await audit.write(auditEntry(actor, { action: 'person.renew-link', subject, before: null, after: null }))
    return presentLink(await issueLink({ links, clock, ids }, { purpose: 'set-password', subject: personId }))
  })
}

const presentLink = ({ link, expiresAtEpochMs }: IssuedLink) => ({
  link,
  expiresAt: new Date(expiresAtEpochMs).toISOString(),
})
