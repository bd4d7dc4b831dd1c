import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { Accounts } from './ports.ts'

/** Ends every session of the actor's account, this one included. */
export async function signOutEverywhere(
  { accounts }: { accounts: Accounts },
  actor: Actor,
): Promise<Record<string, never>> {
  await accounts.endSessionsOf(requirePerson(actor).personId)
  return {}
}
