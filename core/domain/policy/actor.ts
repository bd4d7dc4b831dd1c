import type { PlatformRole, RoleGrant } from '#core/contract/roles.ts'

/** Who asks. Always made from the session on the server, never from a payload. */
export type Actor =
  | { kind: 'guest'; guestKey: string | null }
  | { kind: 'person'; personId: string; name: string; grants: readonly RoleGrant[] }
  /** The server itself: jobs, recovery, the demo city. */
  | { kind: 'system' }

export const GUEST: Actor = { kind: 'guest', guestKey: null }
export const SYSTEM: Actor = { kind: 'system' }

export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null)

/** Does the actor hold `role`, in the given scope where one is named? */
export function holds(
  actor: Actor,
  role: PlatformRole,
  scope?: { kind: RoleGrant['scope']; id: string | null },
): boolean {
  if (actor.kind !== 'person') return false
  return actor.grants.some(
    (grant) =>
      grant.role === role && (scope === undefined || (grant.scope === scope.kind && grant.scopeId === scope.id)),
  )
}
