/** One line of what somebody was told, as it is kept. */
export interface NotificationRecord {
  id: string
  kind: string
  params: unknown
  createdAtEpochMs: number
  readAtEpochMs: number | null
}

/** What people were told. Whoever changes something here tells the person's open pages with it. */
export interface Inbox {
  /** Newest first, older than `beforeId`. */
  list(
    personId: string,
    query: { onlyUnread: boolean; beforeId: string | null; limit: number },
  ): Promise<NotificationRecord[]>
  /** Of each of them, those with none too. */
  unreadCounts(personIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Leaves what is read already as it is. */
  markRead(
    personId: string,
    which: { ids: readonly string[] } | { upToId: string },
    options: { atEpochMs: number },
  ): Promise<void>
  /** Takes back what was marked at that moment. */
  markUnread(personId: string, options: { readAtEpochMs: number }): Promise<void>
}

/** Whose unread messages may have changed: `anybody` after a time in which nothing was heard. */
export type InboxChange = { whose: 'persons'; personIds: readonly string[] } | { whose: 'anybody' }
