import { z } from 'zod'
import { activityKind, type ActivityKind } from '#core/contract/activity.ts'
import { schoolStage, schoolSubject, type SchoolStage, type SchoolSubject } from '#core/contract/schooling.ts'
import { calendarOnly, type CalendarOnly } from '#core/contract/calendar-requests.ts'
import { CALENDAR_VIEWS, type CalendarView } from '#core/domain/activity/calendar-view.ts'
import type { CityDay } from '#core/domain/activity/city-days.ts'

/** What the address of the calendar asks for. */
export type CalendarQuery = {
  view: CalendarView
  /** Undefined: today. */
  day: CityDay | undefined
  kind: ActivityKind | undefined
  subject: SchoolSubject | undefined
  stage: SchoolStage | undefined
  districtId: string | undefined
  only: CalendarOnly | undefined
  cursor: string | undefined
}

const one = z.string().max(200)
const address = z.object({
  view: z.enum(CALENDAR_VIEWS).catch('month'),
  // Years in which nobody plans would be none that a calendar can draw.
  day: z.iso
    .date()
    .refine((day) => day >= '2000-01-01' && day < '2100-01-01')
    .optional()
    .catch(undefined),
  kind: activityKind.optional().catch(undefined),
  subject: schoolSubject.optional().catch(undefined),
  stage: schoolStage.optional().catch(undefined),
  district: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional()
    .catch(undefined),
  only: calendarOnly.optional().catch(undefined),
  cursor: one.optional().catch(undefined),
})

/** Anything that is no filter is left out: an address typed by hand still shows the calendar. */
export function readCalendarQuery(parameters: unknown): CalendarQuery {
  const { district, ...query } = address.parse(parameters)
  const { view, day, kind, subject, stage, only, cursor } = query
  return { view, day, kind, subject, stage, districtId: district, only, cursor }
}

export function hrefOfCalendar({ view, day, kind, subject, stage, ...query }: Partial<CalendarQuery>): string {
  const { districtId, only, cursor } = query
  const parameters = new URLSearchParams()
  if (view !== undefined && view !== 'month') parameters.set('view', view)
  if (day !== undefined) parameters.set('day', day)
  if (kind !== undefined) parameters.set('kind', kind)
  if (subject !== undefined) parameters.set('subject', subject)
  if (stage !== undefined) parameters.set('stage', stage)
  if (districtId !== undefined) parameters.set('district', districtId)
  if (only !== undefined) parameters.set('only', only)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  const text = parameters.toString()
  return text === '' ? '/activities/calendar' : `/activities/calendar?${text}`
}

/** The same as the requests of the contract want it. */
export const filtersOf = ({ kind, subject, stage, districtId, only }: CalendarQuery) => ({
  ...(kind === undefined ? {} : { kind }),
  ...(subject === undefined ? {} : { subject }),
  ...(stage === undefined ? {} : { stage }),
  ...(districtId === undefined ? {} : { districtId }),
  ...(only === undefined ? {} : { only }),
})
