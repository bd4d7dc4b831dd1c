'use client'

import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChatMessage } from '#core/contract/room-state.ts'
import { useMe, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { ChatComposer } from './chat-composer.tsx'
import { ChatMessageRow, ChatTime, UnsentRow } from './chat-message.tsx'
import { useOlderChat } from './use-older-chat.ts'
import { useStuckScroll } from './use-stuck-scroll.ts'

type ChatPanelProps = {
  isShown: boolean
  /** Everything up to this message has been seen. */
  onSeen: (seq: number) => void
}

/** What is said in writing: in order, kept, and still there when it could not be sent. */
export function ChatPanel({ isShown, onSeen }: ChatPanelProps) {
  const t = useTranslations('room')
  const { room } = useSeminar()
  const messages = useRoom((state) => state.room.chat)
  const unsent = useRoom((state) => state.unsentChat)
  const role = useMe()?.role
  const mayWrite = role !== 'viewer' && role !== 'inspector'
  const [replyTo, setReplyTo] = useState<ChatMessage | null>(null)
  const older = useOlderChat()
  const lastSeq = messages.at(-1)?.seq ?? 0
  const { list, isAtEnd, onScroll, toEnd } = useStuckScroll({
    lastKey: `${lastSeq}:${unsent.length}:${isShown}`,
    firstKey: messages[0]?.seq ?? 0,
    onNearStart: older.load,
  })
  useEffect(() => {
    if (isShown && isAtEnd) onSeen(lastSeq)
  }, [isShown, isAtEnd, lastSeq, onSeen])

  return (
    <section aria-label={t('chat.label')} className="relative flex h-full min-h-0 flex-col">
      <div
        ref={list}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('chat.log')}
        aria-live="off"
        className="ring-inside flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-5 py-4 phone:py-3"
      >
        <span className="flex-1" />
        {older.hasMore && (
          <p className="pb-3 text-center text-caption text-ink-3">
            <Button
              tone="ghost"
              size="xs"
              onPress={older.load}
              busyLabel={older.isBusy ? t('chat.loading') : undefined}
            >
              {t('chat.older')}
            </Button>
          </p>
        )}
        {messages.length === 0 && unsent.length === 0 && <p className="text-meta text-ink-3">{t('chat.empty')}</p>}
        <ol className="flex flex-col gap-4">
          <Messages messages={messages} onReply={mayWrite ? setReplyTo : null} />
          {unsent.map(({ dedupeKey, text, status }) => (
            <UnsentRow
              key={dedupeKey}
              text={text}
              status={status}
              onRetry={() => room.chat.retry(dedupeKey)}
              onDiscard={() => room.chat.discard(dedupeKey)}
            />
          ))}
        </ol>
      </div>
      {!isAtEnd && (
        <div className="absolute bottom-18 left-1/2 -translate-x-1/2">
          <Button size="small" onPress={toEnd} className="bg-sheet">
            <Icon of={ArrowDown} size="small" />
            {t('chat.newest')}
          </Button>
        </div>
      )}
      {mayWrite ? (
        <ChatComposer replyTo={replyTo} onReplyDone={() => setReplyTo(null)} onSaid={toEnd} />
      ) : (
        <p className="mx-5 mb-3.5 border-t border-line pt-3 text-meta text-ink-3">{t('chat.readOnly')}</p>
      )}
    </section>
  )
}

type MessagesProps = { messages: readonly ChatMessage[]; onReply: ((message: ChatMessage) => void) | null }

/** The messages, and between them when the agenda went on. */
function Messages({ messages, onReply }: MessagesProps) {
  const t = useTranslations('room')
  const movedAtMs = useRoom((state) => state.room.agendaMovedAtMs)
  const title = useRoom((state) => state.agenda.find(({ id }) => id === state.room.agendaItemId)?.title)
  const rows = messages.map((message) => <ChatMessageRow key={message.id} message={message} onReply={onReply} />)
  if (movedAtMs === null || title === undefined) return rows
  const place = messages.findIndex(({ atMs }) => atMs > movedAtMs)
  const note = (
    <li key="agenda" className="text-caption text-ink-3">
      <ChatTime atMs={movedAtMs} />
      <span className="pl-3">{t('agenda.entered', { title })}</span>
    </li>
  )
  return rows.toSpliced(place === -1 ? rows.length : place, 0, note)
}
