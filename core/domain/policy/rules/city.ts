import { holds } from '../actor.ts'
import type { Rules } from './rule.ts'

export const CITY_RULES = {
  'city.create-activity': (actor) =>
    holds(actor, 'office') || holds(actor, 'district-admin') || holds(actor, 'school-admin'),
  'city.manage-people': (actor) => holds(actor, 'office'),
  'city.read-audit': (actor) => holds(actor, 'office'),
  'city.file-year-plans': (actor) => holds(actor, 'office'),
  'city.confirm-members': (actor) => holds(actor, 'office'),
  'city.announce-event': (actor) => holds(actor, 'office'),
  'city.open-studio': (actor) => holds(actor, 'office'),
  /** Which of them is another question: rules/application.ts. */
  'city.review-applications': (actor) => holds(actor, 'office') || holds(actor, 'district-admin'),
} as const satisfies Rules<'city'>
