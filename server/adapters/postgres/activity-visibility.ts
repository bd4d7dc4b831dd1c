import { heldRegistrationState } from '#core/contract/registrations.ts'
import { holds, type Actor } from '#core/domain/policy/actor.ts'
import type { Prisma } from './generated/client.ts'

const HELD = [...heldRegistrationState.options]

/**
 * The activities that concern a person: host, given a role, or of the studio's group. The same as `inGroup` of the
 * policy; tests/integration/activities holds the two together.
 */
export const concerns = (personId: string): Prisma.ActivityWhereInput => ({
  OR: [
    { hostId: personId },
    { roles: { some: { personId } } },
    { studio: { OR: [{ masterId: personId }, { memberships: { some: { personId, state: 'active' } } }] } },
  ],
})

/** The same, or they have registered for it and are in or wait for an answer or a place. */
export const isOfPerson = (personId: string): Prisma.ActivityWhereInput => ({
  OR: [concerns(personId), { registrations: { some: { personId, state: { in: HELD } } } }],
})

/** `can(actor, 'activity.see')` without a link, as a condition of the database. */
export function visibleTo(actor: Actor): Prisma.ActivityWhereInput {
  if (actor.kind === 'system' || holds(actor, 'office')) return {}
  const open: Prisma.ActivityWhereInput = { state: { not: 'draft' }, entry: { in: ['city', 'link'] } }
  if (actor.kind === 'guest') return open
  const led = actor.grants.filter(({ role, scope }) => role === 'master' && scope === 'studio')
  const overseen = actor.grants.filter(({ role, scope }) => role === 'district-admin' && scope === 'district')
  return {
    OR: [
      open,
      concerns(actor.personId),
      { studioId: { in: led.map(({ scopeId }) => scopeId) } },
      { state: { not: 'draft' }, districtId: { in: overseen.map(({ scopeId }) => scopeId) } },
    ],
  }
}
