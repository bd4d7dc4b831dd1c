import type { NotificationKind } from '#core/contract/notifications.ts'
import type { MailChoices, MailGroup } from '#core/contract/mail.ts'

/** What stands before the dot of a kind. */
type AreaOf<Kind extends string> = Kind extends `${infer Area}.${string}` ? Area : never
type Area = AreaOf<NotificationKind>

const GROUPS: Record<Area, MailGroup> = {
  activity: 'activity',
  registration: 'activity',
  reminder: 'reminder',
  announcement: 'announcement',
  studio: 'studio',
  membership: 'studio',
  resource: 'studio',
  'year-plan': 'plan',
  application: 'application',
}

const isArea = (text: string): text is Area => Object.hasOwn(GROUPS, text)

/** Under which choice a kind of message falls. */
export function mailGroupOf(kind: NotificationKind): MailGroup {
  const area = kind.slice(0, kind.indexOf('.'))
  if (!isArea(area)) throw new Error(`${kind} belongs to no group`)
  return GROUPS[area]
}

/** What whoever has given an address is sent until they choose: nothing of it comes too late to be of use. */
export const FIRST_CHOICES: MailChoices = {
  activity: 'each',
  reminder: 'each',
  announcement: 'each',
  studio: 'each',
  plan: 'daily',
  application: 'each',
}

export const NOTHING_CHOSEN: MailChoices = {
  activity: 'off',
  reminder: 'off',
  announcement: 'off',
  studio: 'off',
  plan: 'off',
  application: 'off',
}
