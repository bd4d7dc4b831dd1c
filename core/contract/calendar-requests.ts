import { z } from 'zod'
import { activityCard, activityKind } from './activity.ts'
import { cursor, id, instant } from './fields.ts'
import { schoolStage, schoolSubject } from './schooling.ts'

/** A day of the city: 2026-11-25. */
const cityDay = z.iso.date()

/** 全市大型活动 | 与我有关: host, a role, of the group, or registered. The latter needs somebody who is signed in. */
export const calendarOnly = z.enum(['city-events', 'mine'])
export type CalendarOnly = z.infer<typeof calendarOnly>

export const calendarFilters = z.object({
  kind: activityKind.optional(),
  subject: schoolSubject.optional(),
  stage: schoolStage.optional(),
  districtId: id.optional(),
  studioId: id.optional(),
  only: calendarOnly.optional(),
})
export type CalendarFilters = z.infer<typeof calendarFilters>

/** Six weeks: the most that a month lies in. */
export const CALENDAR_DAYS_MAX = 42

/** An activity as a calendar elsewhere is told of it, cancelled ones included: what is only left out would stay there. */
export const calendarEvent = z.object({
  card: activityCard,
  /** One more with every change. */
  revision: z.number().int(),
  updatedAt: instant,
  /** The reader waits for a place, or for the host's answer. */
  isTentative: z.boolean(),
})
export type CalendarEvent = z.infer<typeof calendarEvent>

/** 256 bits, as they stand in the address of a feed. */
const feedToken = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)
const feed = z.object({ events: z.array(calendarEvent) })

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
      cursor,
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
  /** One activity, for a calendar elsewhere. */
  'calendar.event': {
    input: z.object({ activityId: id, link: z.string().max(64).optional() }),
    output: feed,
  },
  /** What a calendar elsewhere subscribes to: of the city, narrowed as one likes, or of one studio, whose name is told. */
  'calendar.feed': {
    input: calendarFilters.extend({ only: calendarOnly.extract(['city-events']).optional() }),
    output: feed.extend({ studioName: z.string().nullable() }),
  },
  /** Of the person whose address this is: host, a role, of the group, or registered. `NOT_FOUND` once it was renewed. */
  'calendar.own-feed': { input: z.object({ token: feedToken }), output: feed.extend({ personName: z.string() }) },
  /** Null while one has none. */
  'calendar.own-token': { input: z.object({}), output: z.object({ token: feedToken.nullable() }) },
  /** Makes an address, or another: the one before leads nowhere from then on. */
  'calendar.renew-token': { input: z.object({}), output: z.object({ token: feedToken }) },
  'calendar.drop-token': { input: z.object({}), output: z.object({}) },
} as const
