'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { MoreButton } from '#app/_ui/more-button.tsx'
import { showToast } from '#app/_ui/toast-queue.ts'
import { ToastRegion } from '#app/_ui/toast.tsx'
import { groupByDay } from './group-by-day.ts'
import type { MessagePage } from './merge-newest.ts'
import { MessageDay } from './message-day.tsx'
import { MessagesEmpty } from './messages-empty.tsx'
import { useMessages } from './use-messages.ts'

const UNDO_FOR_MS = 8_000

type MessagesListProps = { first: MessagePage; only: 'unread' | undefined; nowEpochMs: number }

/** What one was told, day by day; what comes meanwhile comes by itself. */
export function MessagesList({ first, only, nowEpochMs }: MessagesListProps) {
  const t = useTranslations('notifications.list')
  const messages = useMessages(first, { only })
  const [busy, setBusy] = useState<'more' | 'all' | null>(null)
  const { items, nextCursor } = messages.page

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch {
      showToast({ kind: 'error', text: t('failed') })
    }
    setBusy(null)
  }
  const mark = (text: string, marking: () => Promise<() => Promise<void>>) =>
    attempt(async () => {
      const takeBack = await marking()
      const undoLabel = (seconds: number) => t('undo', { seconds })
      const onUndo = () => void attempt(takeBack)
      showToast({ kind: 'undo', text, undoLabel, undoForMs: UNDO_FOR_MS, onUndo })
    })
  const markAll = () => {
    setBusy('all')
    void mark(t('markedAll'), messages.markAllRead)
  }

  return (
    <>
      {items.length === 0 && <MessagesEmpty only={only} />}
      {items.some(({ readAt }) => readAt === null) && (
        <div className="flex justify-end pb-2">
          <Button tone="ghost" size="small" onPress={markAll} busyLabel={busy === 'all' ? t('busy') : undefined}>
            {t('markAllRead')}
          </Button>
        </div>
      )}
      {groupByDay(items).map((day) => (
        <MessageDay
          key={day.dayNumber}
          day={day}
          nowEpochMs={nowEpochMs}
          onOpen={(id) => void attempt(async () => void (await messages.markRead([id])))}
          onMark={(id) => void mark(t('marked'), () => messages.markRead([id]))}
        />
      ))}
      {nextCursor !== null && (
        <MoreButton
          label={t('more')}
          busyLabel={t('busy')}
          isBusy={busy === 'more'}
          onPress={() => {
            setBusy('more')
            void attempt(messages.loadMore)
          }}
        />
      )}
      <ToastRegion label={t('notices')} closeLabel={t('close')} />
    </>
  )
}
