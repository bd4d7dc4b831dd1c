import { AppError } from '#core/contract/errors.ts'
import type { PlatformRole, ScopeKind } from '#core/contract/roles.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Accounts } from '../identity/ports.ts'
import type { Ids } from '../ports.ts'
import type { NewOrganisation, NewPerson, People } from './ports.ts'

export interface PeopleDeps {
  people: People
  accounts: Accounts
  ids: Ids
}

/** What people type on any keyboard, the name of the account among them. */
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,29}$/
const PASSWORD_MIN_CHARS = 8

/** Until people manage people (issue of the office's pages), only the server itself adds them. */
export function assertSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw new AppError('FORBIDDEN', '您没有做这件事的权限。')
}

/** A person with an account to sign in with. Throws `INVALID` for a name or password that is none, `CONFLICT` for one taken. */
export async function addPerson(
  { people, accounts, ids }: PeopleDeps,
  actor: Actor,
  { username, password, ...person }: Omit<NewPerson, 'id' | 'userId'> & { username: string; password: string },
): Promise<{ personId: string }> {
  assertSystem(actor)
  if (!USERNAME.test(username)) {
    throw new AppError('INVALID', '用户名用小写字母、数字、点和连字符，2 到 30 个。', { field: 'username' })
  }
  if (password.length < PASSWORD_MIN_CHARS) {
    throw new AppError('INVALID', `密码至少 ${PASSWORD_MIN_CHARS} 个字符。`, { field: 'password' })
  }
  const { userId } = await accounts.create({ username, password, name: person.name })
  const personId = ids.next()
  await people.createPerson({ ...person, id: personId, userId })
  return { personId }
}

export async function addOrganisation(
  { people, ids }: PeopleDeps,
  actor: Actor,
  organisation: Omit<NewOrganisation, 'id'>,
): Promise<{ organisationId: string }> {
  assertSystem(actor)
  const organisationId = ids.next()
  await people.createOrganisation({ ...organisation, id: organisationId })
  return { organisationId }
}

export async function grantRole(
  { people, ids }: PeopleDeps,
  actor: Actor,
  grant: { personId: string; role: PlatformRole; scope: ScopeKind; scopeId: string },
): Promise<void> {
  assertSystem(actor)
  await people.grant({ ...grant, id: ids.next() })
}
