import { z } from 'zod'
import { id, instant } from './fields.ts'

const activity = { activityId: id, title: z.string() }

const joining = { studioId: id, studioName: z.string(), name: z.string() }

const planOfYear = { studioId: id, studioName: z.string(), year: z.number().int() }

/** What words and addresses are made from: nothing that would have to be looked up later. */
type Params = Readonly<Record<string, string | number>>

/**
 * Whatever somebody can be told, with what the words and the address of it are made from. Each area adds its own kinds; each
 * has its words in messages/<locale>/notifications.json under `kinds`, and leads somewhere (core/domain/notifications).
 */
export const notificationKinds = {
  /** To the master of a studio that the office has opened. */
  'studio.opened': z.object({ studioId: id, studioName: z.string() }),
  /** To who follows the studio. */
  'studio.activity': z.object({ ...activity, studioName: z.string(), startsAt: instant }),
  /** To the teacher: the master proposes them; or does not any more. */
  'membership.proposed': z.object(joining),
  'membership.withdrawn': z.object({ studioId: id, studioName: z.string() }),
  /** To the master. */
  'membership.consented': z.object(joining),
  'membership.declined': z.object(joining),
  'membership.left': z.object(joining),
  /** To both. */
  'membership.confirmed': z.object(joining),
  'membership.refused': z.object({ ...joining, reason: z.string() }),
  /** To whom it was. */
  'membership.removed': z.object({ studioId: id, studioName: z.string(), reason: z.string() }),
  /** To whom somebody else has given a task of the year. */
  'year-plan.assigned': z.object({ ...planOfYear, task: z.string() }),
  /** To the master. */
  'year-plan.filed': z.object(planOfYear),
  /** To who filed it: the first change that the office has not taken note of; the others stand beside it. */
  'year-plan.changed': z.object({ ...planOfYear, title: z.string(), reason: z.string() }),
  'year-plan.returned': z.object({ ...planOfYear, mend: z.string() }),
  /** To the host: somebody asks to be let in. */
  'registration.asked': z.object({ ...activity, name: z.string() }),
  /** To whom the host asks to come. */
  'registration.invited': z.object({ ...activity, name: z.string(), startsAt: instant }),
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
  /** To whom it was registered for: a day before, and an hour before. */
  'reminder.day': z.object({ ...activity, startsAt: instant }),
  'reminder.hour': z.object({ ...activity, startsAt: instant }),
  /** To everybody whom it is for. */
  'announcement.published': z.object({ announcementId: id, title: z.string(), senderName: z.string() }),
  /** To the master of its studio; then to its uploader. */
  'resource.submitted': z.object({ resourceId: id, title: z.string(), name: z.string() }),
  'resource.published': z.object({ resourceId: id, title: z.string() }),
  'resource.returned': z.object({ resourceId: id, title: z.string(), reason: z.string() }),
  /** To its applicant: the district has passed it on to the office. */
  'application.passed-on': z.object({ studioName: z.string() }),
  /** To its applicant: something is to be mended. */
  'application.returned': z.object({ studioName: z.string() }),
  'application.rejected': z.object({ studioName: z.string(), reason: z.string() }),
} as const satisfies Record<string, z.ZodType<Params>>

type Kinds = typeof notificationKinds
export type NotificationKind = keyof Kinds
export const notificationKindNames = Object.keys(notificationKinds) as NotificationKind[]

/** Of one kind, what its words and its address are made from. */
export type NotificationParams<K extends NotificationKind> = z.output<Kinds[K]>

const schemas: { readonly [K in NotificationKind]: z.ZodType<NotificationParams<K>> } = notificationKinds

/** The schema of one kind, as that kind's: what a table of all kinds cannot say of itself. */
export const paramsOf = <K extends NotificationKind>(kind: K): z.ZodType<NotificationParams<K>> => schemas[kind]

/** What is said: a kind with its own parameters. */
export type NotificationContent<K extends NotificationKind = NotificationKind> = {
  [P in K]: { kind: P; params: NotificationParams<P> }
}[K]

/** What somebody is to be told. */
export type NewNotification = { personId: string } & NotificationContent

export const notificationCard = z.object({
  id,
  /** Null where this version of the product has no words for it any more. */
  said: z
    .object({ kind: z.enum(notificationKindNames), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** Where it leads, within the product; null where nowhere. */
  href: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
})
export type NotificationCard = z.infer<typeof notificationCard>

/** At `INBOX_PATH` the server tells a person's open pages one thing: how much is unread, at once and whenever it may have changed. */
export const inboxNews = z.object({ unreadCount: z.number().int().nonnegative() })
export type InboxNews = z.infer<typeof inboxNews>
export const INBOX_EVENT = 'inbox'
