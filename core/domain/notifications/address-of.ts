import {
  notificationKinds,
  paramsOf,
  type NotificationContent,
  type NotificationKind,
  type NotificationParams,
} from '#core/contract/notifications.ts'

const activity = ({ activityId }: { activityId: string }) => `/activities/${activityId}`
const studio = ({ studioId }: { studioId: string }) => `/studios/${studioId}`
const group = ({ studioId }: { studioId: string }) => `/studios/${studioId}/group`
const yearPlan = ({ studioId, year }: { studioId: string; year: number }) => `/studios/${studioId}/plan?year=${year}`

const resource = ({ resourceId }: { resourceId: string }) => `/resources/${resourceId}`

const ADDRESSES: { [K in NotificationKind]: (params: NotificationParams<K>) => string } = {
  'studio.opened': studio,
  'studio.activity': activity,
  'membership.proposed': () => '/desk#proposals',
  'membership.withdrawn': studio,
  'membership.consented': group,
  'membership.declined': group,
  'membership.left': group,
  'membership.confirmed': studio,
  'membership.refused': studio,
  'membership.removed': studio,
  'announcement.published': ({ announcementId }) => `/announcements/${announcementId}`,
  'resource.submitted': resource,
  'resource.published': resource,
  'resource.returned': resource,
  'application.passed-on': () => '/studios/apply',
  'application.returned': () => '/studios/apply',
  'application.rejected': () => '/studios/apply',
  'year-plan.assigned': yearPlan,
  'year-plan.filed': yearPlan,
  'year-plan.changed': (params) => `${yearPlan(params)}#changes`,
  'year-plan.returned': yearPlan,
  'registration.asked': ({ activityId }) => `/activities/${activityId}/registrations`,
  'registration.invited': activity,
  'registration.registered': activity,
  'registration.waiting': activity,
  'registration.moved-up': activity,
  'registration.declined': activity,
  'activity.rescheduled': activity,
  'activity.withdrawn': activity,
  'activity.published-again': activity,
  'activity.cancelled': activity,
  'reminder.day': activity,
  'reminder.hour': activity,
}

/** Where somebody goes to see what they were told of: a path of the product. */
export const addressOf = <K extends NotificationKind>(kind: K, params: NotificationParams<K>): string =>
  ADDRESSES[kind](params)

export type Told<K extends NotificationKind = NotificationKind> = NotificationContent<K> & { href: string }

/** What was kept, as its kind wants it; null for a kind, or a form of it, that this version does not know. */
export function readContent(kind: string, params: unknown): Told | null {
  return isKind(kind) ? readKind(kind, params) : null
}

const isKind = (kind: string): kind is NotificationKind => Object.hasOwn(notificationKinds, kind)

function readKind<K extends NotificationKind>(kind: K, params: unknown): Told<K> | null {
  const parsed = paramsOf(kind).safeParse(params)
  if (!parsed.success) return null
  return { kind, params: parsed.data, href: addressOf(kind, parsed.data) }
}
