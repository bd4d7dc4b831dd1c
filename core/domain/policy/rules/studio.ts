import { holds, type Actor } from '../actor.ts'
import type { Rules } from './rule.ts'
import { leads, oversees } from './scopes.ts'

const belongs = (actor: Actor, studioId: string) =>
  leads(actor, studioId) || holds(actor, 'member', { kind: 'studio', id: studioId })

export const STUDIO_RULES = {
  'studio.see': () => true,
  'studio.edit': (actor, { studioId }) => leads(actor, studioId) || holds(actor, 'office'),
  'studio.create-activity': (actor, { studioId, districtId }) =>
    belongs(actor, studioId) || oversees(actor, districtId),
  'studio.add-resource': (actor, { studioId }) => belongs(actor, studioId),
  // Proposed by who leads, confirmed by the office: nobody does both (product.md §3).
  'studio.propose-member': (actor, { studioId }) => leads(actor, studioId),
  'studio.see-group': (actor, { studioId, districtId }) => belongs(actor, studioId) || oversees(actor, districtId),
  // Written by who leads, filed by the office: nobody does both (product.md §3).
  'studio.write-year-plan': (actor, { studioId }) => leads(actor, studioId),
  'studio.claim-task': (actor, { studioId }) => belongs(actor, studioId),
  'studio.see-year-plan': (actor, { studioId, districtId }) =>
    belongs(actor, studioId) || oversees(actor, districtId) || holds(actor, 'expert'),
} as const satisfies Rules<'studio'>
