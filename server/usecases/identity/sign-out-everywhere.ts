import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { Accounts, LiveConnections } from './ports.ts'

/** Ends every session of the actor's account, this one included, and with them what is open on them. */
export async function signOutEverywhere(
  { accounts, connections }: { accounts: Accounts; connections: LiveConnections },
  actor: Actor,
): Promise<Record<string, never>> {
  const { personId } = requirePerson(actor)
  await accounts.endSessionsOf(personId)
  connections.closePerson(personId)
  return {}
}
