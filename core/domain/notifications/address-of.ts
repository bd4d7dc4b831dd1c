import {
  notificationKinds,
  type NotificationContent,
  type NotificationKind,
  type NotificationParams,
} from '#core/contract/notifications.ts'

const ADDRESSES: { [K in NotificationKind]: (params: NotificationParams<K>) => string } = {
  'studio.opened': ({ studioId }) => `/studios/${studioId}`,
}

/** Where somebody goes to see what they were told of: a path of the product. */
export const addressOf = <K extends NotificationKind>(kind: K, params: NotificationParams<K>): string =>
  ADDRESSES[kind](params)

/** What was kept, as its kind wants it; null for a kind, or a form of it, that this version does not know. */
export function readContent(kind: string, params: unknown): (NotificationContent & { href: string }) | null {
  return isKind(kind) ? readKind(kind, params) : null
}

const isKind = (kind: string): kind is NotificationKind => Object.hasOwn(notificationKinds, kind)

function readKind<K extends NotificationKind>(kind: K, params: unknown) {
  const parsed = notificationKinds[kind].safeParse(params)
  if (!parsed.success) return null
  return { kind, params: parsed.data, href: addressOf(kind, parsed.data) }
}
