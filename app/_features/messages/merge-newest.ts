import type { NotificationCard } from '#core/contract/notifications.ts'

/** A piece of the list, newest first, and where the next begins. */
export type MessagePage = { items: readonly NotificationCard[]; nextCursor: string | null }

/**
 * What is shown, once the newest have been asked for anew. As far as those reach they are the truth: nothing stands there twice, and
 * what is not among them any more (read elsewhere, where only the unread are shown) goes. Older ones stay. Where the two do not
 * meet, something may lie between them: then the newest are all that is shown, and the rest follows from there.
 */
export function mergeNewest(shown: MessagePage, newest: MessagePage): MessagePage {
  const last = newest.items.at(-1)
  if (last === undefined || newest.nextCursor === null) return newest
  const meets = shown.items.some(({ id }) => id >= last.id)
  const older = shown.items.filter(({ id }) => id < last.id)
  if (!meets || older.length === 0) return newest
  return { items: [...newest.items, ...older], nextCursor: shown.nextCursor }
}
