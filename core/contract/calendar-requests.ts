import { z } from 'zod'
import { activityCard, activityKind } from './activity.ts'
import { id } from './fields.ts'

/** A day of the city: 2026-11-25. */
const cityDay = z.iso.date()

/** 全市大型活动 | 与我有关: host, a role, of the group, or registered. The latter needs somebody who is signed in. */
export const calendarOnly = z.enum(['city-events', 'mine'])
export type CalendarOnly = z.infer<typeof calendarOnly>

export const calendarFilters = z.object({
  kind: activityKind.optional(),
  districtId: id.optional(),
  studioId: id.optional(),
  only: calendarOnly.optional(),
})
export type CalendarFilters = z.infer<typeof calendarFilters>

/** Six weeks: the most that a month lies in. */
export const CALENDAR_DAYS_MAX = 42

/** 全市日历. */
export const calendarRequests = {
  /**
   * Every day of a range, on the city's clock: how many there are, and the first of them, 全市大型活动 before the others.
   * Drafts and cancelled activities are not there.
   */
  'calendar.days': {
    input: calendarFilters.extend({
      fromDay: cityDay,
      days: z.number().int().min(1).max(CALENDAR_DAYS_MAX),
      perDay: z.number().int().min(1).max(40).default(4),
    }),
    output: z.object({
      days: z.array(z.object({ day: cityDay, count: z.number().int(), activities: z.array(activityCard) })),
    }),
  },
  /** From a day on, the nearest first. */
  'calendar.list': {
    input: calendarFilters.extend({
      fromDay: cityDay,
      cursor: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(60).default(30),
    }),
    output: z.object({ items: z.array(activityCard), nextCursor: z.string().nullable() }),
  },
  /** What the calendar can be narrowed to, and the 全市大型活动 that come next. */
  'calendar.about': {
    input: z.object({}),
    output: z.object({
      districts: z.array(z.object({ id, name: z.string() })),
      cityEvents: z.array(activityCard),
    }),
  },
} as const
