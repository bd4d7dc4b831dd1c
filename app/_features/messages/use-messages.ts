'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { followInbox } from '#app/_client/follow-inbox.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { mergeNewest, type MessagePage } from './merge-newest.ts'

const PAGE_SIZE = 30
const MOST_AT_ONCE = 100

export interface Messages {
  page: MessagePage
  /** Throws `RequestError`, as all of these. */
  loadMore(): Promise<void>
  /** Answers what takes it back. */
  markRead(ids: readonly string[]): Promise<() => Promise<void>>
  markAllRead(): Promise<() => Promise<void>>
}

/** The list as it stands on the server: asked for anew whenever something may have changed, here or elsewhere. */
export function useMessages(first: MessagePage, { only }: { only: 'unread' | undefined }): Messages {
  const [page, setPage] = useState(first)
  const asked = useRef(0)
  const filter = only === undefined ? {} : { only }

  /** Of several at once the one that was asked last is drawn. */
  const refresh = async () => {
    const turn = (asked.current += 1)
    const limit = Math.min(MOST_AT_ONCE, Math.max(PAGE_SIZE, page.items.length))
    const newest = await httpRequest('notifications.list', { ...filter, limit })
    if (turn === asked.current) setPage((shown) => mergeNewest(shown, newest))
  }
  // Without a network the list stays as it is; the connection tells again once it is back.
  const hear = useEffectEvent(() => void refresh().catch(() => undefined))
  useEffect(() => followInbox(() => hear()), [])

  const marked = async ({ readAt }: { readAt: string }) => {
    await refresh()
    return async () => {
      await httpRequest('notifications.unread', { readAt })
      await refresh()
    }
  }
  return {
    page,
    loadMore: async () => {
      const cursor = page.nextCursor
      if (cursor === null) return
      const older = await httpRequest('notifications.list', { ...filter, cursor, limit: PAGE_SIZE })
      setPage((shown) => (shown.nextCursor === cursor ? { ...older, items: [...shown.items, ...older.items] } : shown))
    },
    markRead: async (ids) => marked(await httpRequest('notifications.read', { notificationIds: [...ids] })),
    markAllRead: async () => {
      const newest = page.items[0]
      if (newest === undefined) return () => Promise.resolve()
      return marked(await httpRequest('notifications.read-all', { upToId: newest.id }))
    },
  }
}
