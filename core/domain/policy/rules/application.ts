import { holds, personIdOf } from '../actor.ts'
import type { Rules } from './rule.ts'
import { oversees } from './scopes.ts'

/** Nobody decides on what they have handed in themselves. */
export const APPLICATION_RULES = {
  'application.write': (actor, { applicantId }) => personIdOf(actor) === applicantId,
  /** As it was handed in; what is being written is the applicant's own. */
  'application.see': (actor, { applicantId, districtId, isHandedIn }) =>
    isHandedIn && (personIdOf(actor) === applicantId || oversees(actor, districtId)),
  'application.review-for-district': (actor, { applicantId, districtId }) =>
    districtId !== null &&
    personIdOf(actor) !== applicantId &&
    holds(actor, 'district-admin', { kind: 'district', id: districtId }),
  'application.review-for-office': (actor, { applicantId }) =>
    personIdOf(actor) !== applicantId && holds(actor, 'office'),
} as const satisfies Rules<'application'>
