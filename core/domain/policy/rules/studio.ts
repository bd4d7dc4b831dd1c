import { holds } from '../actor.ts'
import type { Rules } from './rule.ts'
import { leads, oversees } from './scopes.ts'

export const STUDIO_RULES = {
  'studio.see': () => true,
  'studio.edit': (actor, { studioId }) => leads(actor, studioId) || holds(actor, 'office'),
  'studio.create-activity': (actor, { studioId, districtId }) =>
    leads(actor, studioId) || holds(actor, 'member', { kind: 'studio', id: studioId }) || oversees(actor, districtId),
} as const satisfies Rules<'studio'>
