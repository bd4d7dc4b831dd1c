'use client'

import { SendHorizontal, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { ChatMessage } from '#core/contract/room-state.ts'
import { CHAT_TEXT_MAX_CHARS } from '#core/contract/timeline.ts'
import { useSeminar } from '../session/seminar-context.tsx'

/** Browsers that end a composition with this key still name it so. */
const COMPOSING_KEY_CODE = 229

type ChatComposerProps = { replyTo: ChatMessage | null; onReplyDone: () => void; onSaid: () => void }

/** One line that grows; Enter sends, Shift+Enter breaks the line, and an Enter that chooses a Chinese word does neither. */
export function ChatComposer({ replyTo, onReplyDone, onSaid }: ChatComposerProps) {
  const t = useTranslations('room')
  const { room } = useSeminar()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)

  // Who answers goes on writing, wherever they pressed.
  useEffect(() => {
    if (replyTo !== null) field.current?.focus()
  }, [replyTo])

  const send = () => {
    const said = text.trim()
    if (said === '') return
    room.chat.say({ text: said, replyTo: replyTo?.id ?? null })
    setText('')
    onReplyDone()
    onSaid()
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && replyTo !== null) onReplyDone()
    const isComposing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === COMPOSING_KEY_CODE
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <div className="mx-5 mb-3.5">
      {replyTo !== null && (
        <p className="flex items-center gap-2 pb-1 text-meta text-ink-3">
          <span className="min-w-0 flex-1 truncate border-l-2 border-bamboo pl-2">
            {t('chat.replyOf', { name: replyTo.authorName, text: replyTo.text })}
          </span>
          <IconButton icon={X} iconSize="small" label={t('chat.noReply')} onPress={onReplyDone} className="size-8" />
        </p>
      )}
      <div
        data-box=""
        className="flex min-h-11 items-center gap-1 rounded-control border border-edge pr-1 pl-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-bamboo"
      >
        <textarea
          ref={field}
          rows={1}
          value={text}
          maxLength={CHAT_TEXT_MAX_CHARS}
          aria-label={t('chat.field')}
          placeholder={t('chat.placeholder')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-32 min-w-0 flex-1 resize-none bg-transparent py-2 text-[15px] leading-[25px] outline-none phone:text-body"
        />
        <IconButton icon={SendHorizontal} label={t('chat.send')} isDisabled={text.trim() === ''} onPress={send} />
      </div>
    </div>
  )
}
