import { holds, type Actor } from '../actor.ts'

/** The office, or who administers the district. */
export const oversees = (actor: Actor, districtId: string | null) =>
  holds(actor, 'office') || holds(actor, 'district-admin', { kind: 'district', id: districtId })

export const leads = (actor: Actor, studioId: string) => holds(actor, 'master', { kind: 'studio', id: studioId })
