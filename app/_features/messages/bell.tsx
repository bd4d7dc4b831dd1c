'use client'

import { Bell as BellShape } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { followInbox, liveUnreadCount } from '#app/_client/follow-inbox.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { Link } from '#app/_ui/link.tsx'

const MOST_SHOWN = 99

type BellProps = {
  /** As the page was made; what comes meanwhile comes by itself. */
  unreadCount: number
  isCurrent: boolean
  /** `unread` stands after the number, for those who hear it. */
  texts: { messages: string; unread: string }
}

/** 消息 in the bar, with how much is unread. */
export function Bell({ unreadCount, isCurrent, texts }: BellProps) {
  const live = useSyncExternalStore(followInbox, liveUnreadCount, () => null)
  const count = live ?? unreadCount
  return (
    <Link
      href="/messages"
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      title={texts.messages}
      className="touch-area flex items-center gap-1.5 text-ink-2 hovered:text-ink"
    >
      <Icon of={BellShape} />
      <span className="sr-only">{texts.messages}</span>
      {count > 0 && (
        <span className="text-meta font-semibold text-ink" data-testid="unread-count">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
          <span className="sr-only"> {texts.unread}</span>
        </span>
      )}
    </Link>
  )
}
