import type { ActivityState } from '#core/contract/activity.ts'
import type { CalendarFilters } from '#core/contract/calendar-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { ActivityQuery } from '../activities/ports.ts'
import { requirePerson } from '../require-person.ts'

/** What stands in a calendar: drafts are nobody's plan yet, and what was cancelled takes nobody's time. */
const SHOWN: readonly ActivityState[] = ['published', 'live', 'ended']

/** The filters of a calendar as a query of activities. Throws `UNAUTHENTICATED` for what is a guest's. */
export function calendarQuery(
  actor: Actor,
  { kind, subject, stage, districtId, studioId, only }: CalendarFilters,
): Omit<ActivityQuery, 'order' | 'limit'> {
  return {
    visibleTo: actor,
    states: SHOWN,
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined ? {} : { subject }),
    ...(stage === undefined ? {} : { stage }),
    ...(districtId === undefined ? {} : { districtId }),
    ...(studioId === undefined ? {} : { studioId }),
    ...(only === 'city-events' ? { cityEventsOnly: true } : {}),
    ...(only === 'mine' ? { ofPerson: requirePerson(actor).personId } : {}),
  }
}
