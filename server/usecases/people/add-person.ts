import { personColour } from '#core/contract/fields.ts'
import type { PlatformRole, ScopeKind } from '#core/contract/roles.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import type { Accounts } from '../identity/ports.ts'
import type { Ids } from '../ports.ts'
import type { NewOrganisation, NewPerson, People } from './ports.ts'

export interface PeopleDeps {
  people: People
  accounts: Accounts
  ids: Ids
}

const PERSON_COLOURS = 6

/** Of a new person, what need not be known. */
const UNKNOWN = { subject: null, stage: null, post: null, note: null, portraitKey: null } as const

type Account = { username: string; password: string }
type Known = Pick<NewPerson, 'name' | 'organisationId'> & Partial<Omit<NewPerson, 'id' | 'userId'>>

/** A person with an account to sign in with. Throws `CONFLICT` for a user name that is taken. */
export async function addPerson(
  { people, accounts, ids }: PeopleDeps,
  actor: Actor,
  { username, password, ...person }: Known & Account,
): Promise<{ personId: string }> {
  assertCan(actor, 'city.manage-people', { kind: 'city' })
  const { userId } = await accounts.create({ username, password, name: person.name })
  const personId = ids.next()
  const colour = personColour.parse(((await people.count()) % PERSON_COLOURS) + 1)
  await people.createPerson({ ...UNKNOWN, colour, ...person, id: personId, userId })
  return { personId }
}

export async function addOrganisation(
  { people, ids }: PeopleDeps,
  actor: Actor,
  organisation: Omit<NewOrganisation, 'id'>,
): Promise<{ organisationId: string }> {
  assertCan(actor, 'city.manage-people', { kind: 'city' })
  const organisationId = ids.next()
  await people.createOrganisation({ ...organisation, id: organisationId })
  return { organisationId }
}

export async function grantRole(
  { people, ids }: PeopleDeps,
  actor: Actor,
  grant: { personId: string; role: PlatformRole; scope: ScopeKind; scopeId: string },
): Promise<void> {
  assertCan(actor, 'city.manage-people', { kind: 'city' })
  await people.grant({ ...grant, id: ids.next() })
}
