import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { People } from '../people/ports.ts'
import type { Clock } from '../ports.ts'
import type { Transactions } from '../ports/transactions.ts'
import { assertLink, noSuchLink, takeLink } from './one-time-link.ts'
import type { Accounts, AttemptLimiter, LiveConnections, OneTimeLinks } from './ports.ts'

export interface SetPasswordDeps {
  people: People
  accounts: Accounts
  links: OneTimeLinks
  limiter: AttemptLimiter
  transactions: Transactions
  connections: LiveConnections
  clock: Clock
}

const PURPOSE = 'set-password'

/** Whose password the link sets. */
export async function checkPasswordLink(
  { people, accounts, ...deps }: Omit<SetPasswordDeps, 'transactions' | 'connections'>,
  actor: Actor,
  { link, address }: HttpParsedInput<'password.check'> & { address: string },
): Promise<HttpOutput<'password.check'>> {
  const { subject } = await assertLink(deps, actor, { link, address, purpose: PURPOSE })
  const [person, username] = await Promise.all([people.summary(subject), accounts.usernameOf(subject)])
  if (person === null || username === null) throw noSuchLink()
  return { name: person.name, username }
}

/** Whoever was signed in to the account is not any more. */
export async function setPassword(
  deps: SetPasswordDeps,
  actor: Actor,
  { link, password, address }: HttpParsedInput<'password.set'> & { address: string },
): Promise<HttpOutput<'password.set'>> {
  const { username } = await checkPasswordLink(deps, actor, { link, address })
  const personId = await deps.transactions.run(async ({ accounts, links, audit }) => {
    const { subject } = await takeLink({ links, clock: deps.clock }, actor, { link, purpose: PURPOSE })
    await accounts.setPassword(subject, { password })
    await accounts.endSessionsOf(subject)
    await audit.write({
      actorId: subject,
      action: 'password.set',
      subject: `person:${subject}`,
      before: null,
      after: null,
    })
    return subject
  })
  deps.connections.closePerson(personId)
  return { username }
}
