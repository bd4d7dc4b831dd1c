'use client'

import { Reply, Trash2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Button } from '#app/_ui/button.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { ChatMessage } from '#core/contract/room-state.ts'
import { useParticipant, useRoom, useIsHost } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useEpochOf } from '../session/use-session-now.ts'
import { ChatText } from './chat-links.tsx'

type ChatMessageRowProps = { message: ChatMessage; onReply: ((message: ChatMessage) => void) | null }

export function ChatMessageRow({ message, onReply }: ChatMessageRowProps) {
  const t = useTranslations('room')
  const author = useParticipant(message.authorId)
  const me = useRoom((state) => state.me)
  const isHost = useIsHost()
  const original = useRoom((state) => state.room.chat.find(({ id }) => id === message.replyTo))
  const ask = useAsk()
  const mayDelete = !message.deleted && (isHost || message.authorId === me)
  return (
    <li className="group relative flex gap-2.5" data-message={message.id}>
      <Avatar name={message.authorName} size="small" />
      <div className="min-w-0 flex-1">
        <p className="text-meta text-ink-2">
          {message.authorName}{' '}
          {author?.role === 'host' && <span className="text-caption text-bamboo">{t('roles.host')} </span>}
          <span className="text-caption text-ink-3">
            {author !== undefined && author.role !== 'host' && author.organisation !== '' && `${author.organisation}·`}
            <ChatTime atMs={message.atMs} />
          </span>
        </p>
        {message.replyTo !== null && (
          <p className="my-0.5 truncate border-l-2 border-line-2 pl-2 text-meta text-ink-3">
            {original === undefined || original.deleted
              ? t('chat.originalGone')
              : t('chat.replyOf', { name: original.authorName, text: original.text })}
          </p>
        )}
        {message.deleted ? (
          <p className="text-ui text-ink-3">{t('chat.deleted')}</p>
        ) : (
          <p className="text-[15px] leading-[25px] whitespace-pre-wrap">
            <ChatText>{message.text}</ChatText>
          </p>
        )}
      </div>
      {!message.deleted && (
        <span className="absolute -top-2 right-0 flex rounded-control bg-sheet opacity-0 transition-opacity duration-(--t-1) group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:none)]:relative [@media(hover:none)]:top-0 [@media(hover:none)]:opacity-100">
          {onReply !== null && (
            <IconButton
              icon={Reply}
              iconSize="small"
              label={t('chat.reply')}
              onPress={() => onReply(message)}
              className="size-8"
            />
          )}
          {mayDelete && (
            <IconButton
              icon={Trash2}
              iconSize="small"
              label={t('chat.delete')}
              onPress={() => void ask('chat.delete', { messageId: message.id })}
              className="size-8"
            />
          )}
        </span>
      )}
    </li>
  )
}

export function ChatTime({ atMs }: { atMs: number }) {
  const format = useFormatter()
  const epochOf = useEpochOf()
  return format.dateTime(epochOf(atMs), { hour: '2-digit', minute: '2-digit', hour12: false })
}

type UnsentRowProps = {
  text: string
  status: 'sending' | 'failed'
  onRetry: () => void
  onDiscard: () => void
}

/** One's own message that the server has not stored yet. */
export function UnsentRow({ text, status, onRetry, onDiscard }: UnsentRowProps) {
  const t = useTranslations('room')
  return (
    <li className="flex gap-2.5 pl-[34px]">
      <div className="min-w-0 flex-1">
        <p className="text-[15px] leading-[25px] whitespace-pre-wrap text-ink-2">{text}</p>
        {status === 'sending' ? (
          <p className="text-caption text-ink-3">{t('chat.sending')}</p>
        ) : (
          <p className="flex flex-wrap items-center gap-1 text-caption text-ochre">
            {t('chat.failed')}
            <Button tone="ghost" size="xs" onPress={onRetry}>
              {t('chat.retry')}
            </Button>
            <Button tone="ghost" size="xs" onPress={onDiscard}>
              {t('chat.discard')}
            </Button>
          </p>
        )}
      </div>
    </li>
  )
}
