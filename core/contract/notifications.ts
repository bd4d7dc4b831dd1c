import { z } from 'zod'
import { id, instant } from './fields.ts'

const activity = { activityId: id, title: z.string() }

const planOfYear = { studioId: id, studioName: z.string(), year: z.number().int() }

/** Whatever somebody can be told, with what the words and the address of it are made from. Each area adds its own kinds. */
export const notificationKinds = {
  /** To the master of a studio that the office has opened. */
  'studio.opened': z.object({ studioId: id, studioName: z.string() }),
  /** To whom somebody else has given a task of the year. */
  'year-plan.assigned': z.object({ ...planOfYear, task: z.string() }),
  /** To the master. */
  'year-plan.filed': z.object(planOfYear),
  'year-plan.returned': z.object({ ...planOfYear, mend: z.string() }),
  /** To the host: somebody asks to be let in. */
  'registration.asked': z.object({ ...activity, name: z.string() }),
  /** To who has registered, was approved, or waits for a place. */
  'registration.registered': z.object({ ...activity, startsAt: instant }),
  'registration.waiting': z.object(activity),
  'registration.moved-up': z.object({ ...activity, startsAt: instant }),
  'registration.declined': z.object({ ...activity, reason: z.string() }),
  /** To everybody who is registered, waits or has asked. */
  'activity.rescheduled': z.object({ ...activity, startsAt: instant }),
  'activity.withdrawn': z.object({ ...activity, startsAt: instant }),
  'activity.published-again': z.object({ ...activity, startsAt: instant }),
  'activity.cancelled': z.object({ ...activity, startsAt: instant }),
} as const

type Kinds = typeof notificationKinds
export type NotificationKind = keyof Kinds

/** What somebody is to be told. */
export type NewNotification = {
  [K in NotificationKind]: { personId: string; kind: K; params: z.output<Kinds[K]> }
}[NotificationKind]
