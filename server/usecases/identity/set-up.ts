import type { HttpParsedInput } from '#core/contract/http-requests.ts'
import { SYSTEM, type Actor } from '#core/domain/policy/actor.ts'
import { addOrganisation, addPerson, grantRole } from '../people/add-person.ts'
import type { People } from '../people/ports.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Transactions } from '../ports/transactions.ts'
import { assertLink, issueLink, noSuchLink, takeLink, type IssuedLink } from './one-time-link.ts'
import type { AttemptLimiter, OneTimeLinks } from './ports.ts'

export interface SetUpDeps {
  people: People
  links: OneTimeLinks
  limiter: AttemptLimiter
  transactions: Transactions
  clock: Clock
  ids: Ids
}

const SET_UP = { purpose: 'set-up', subject: 'city' } as const

/** Who may run the city exists and has an account. */
const hasAdministrator = async (people: People) => (await people.countWithRole('office')) > 0

/** The way in for a city's first administrator; null where there is one. Any earlier such link is void. */
export async function offerSetUp(
  deps: Pick<SetUpDeps, 'people' | 'links' | 'clock' | 'ids'>,
): Promise<IssuedLink | null> {
  return (await hasAdministrator(deps.people)) ? null : issueLink(deps, SET_UP)
}

/** Resolves where the link would be taken. */
export async function checkSetUp(
  deps: SetUpDeps,
  actor: Actor,
  { link, address }: HttpParsedInput<'setup.check'> & { address: string },
): Promise<Record<string, never>> {
  await assertLink(deps, actor, { link, address, purpose: SET_UP.purpose })
  if (await hasAdministrator(deps.people)) throw noSuchLink()
  return {}
}

/** The city's bureau, and in it the person who begins. All of it or nothing: a name that is refused leaves the link as it was. */
export async function foundCity(
  deps: SetUpDeps,
  actor: Actor,
  { link, organisation, address, ...account }: HttpParsedInput<'setup.found'> & { address: string },
): Promise<Record<string, never>> {
  await checkSetUp(deps, actor, { link, address })
  const { clock, ids } = deps
  await deps.transactions.run(async ({ people, accounts, links, audit }) => {
    await takeLink({ links, clock }, actor, { link, purpose: SET_UP.purpose })
    const writes = { people, accounts, ids }
    const { organisationId } = await addOrganisation(writes, SYSTEM, {
      parentId: null,
      kind: 'city-bureau',
      name: organisation,
      shortName: organisation,
    })
    const { personId } = await addPerson(writes, SYSTEM, { ...account, organisationId })
    await grantRole(writes, SYSTEM, { personId, role: 'office', scope: 'city', scopeId: organisationId })
    await audit.write({
      actorId: personId,
      action: 'setup.found',
      subject: `person:${personId}`,
      before: null,
      after: { organisation, name: account.name, username: account.username },
    })
  })
  return {}
}
