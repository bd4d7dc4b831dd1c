'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { NotificationCard } from '#core/contract/notifications.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'
import { clockWords, dayWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { Link } from '#app/_ui/link.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { DayOfMessages } from './group-by-day.ts'
import { readableParams } from '#core/domain/notifications/readable-params.ts'

type MessageDayProps = {
  day: DayOfMessages
  nowEpochMs: number
  /** An unread one was followed to what it tells of. */
  onOpen: (id: string) => void
  /** 标为已读 was pressed. */
  onMark: (id: string) => void
}

/** The messages of one day, the day in the margin. */
export function MessageDay({ day, nowEpochMs, onOpen, onMark }: MessageDayProps) {
  const t = useTranslations('notifications')
  const locale = useLocale()
  const age = dayNumberOf(nowEpochMs) - day.dayNumber
  const date = dayWords(day.firstEpochMs, locale)
  const name = age === 0 ? t('days.today') : age === 1 ? t('days.yesterday') : date
  const note = age === 0 || age === 1 ? date : weekdayWords(day.firstEpochMs, locale)
  return (
    <Section title={name} note={note} gap="none" className="pb-8 phone:pb-6">
      <ol>
        {day.messages.map((message) => (
          <MessageRow key={message.id} message={message} onOpen={onOpen} onMark={onMark} />
        ))}
      </ol>
    </Section>
  )
}

type MessageRowProps = { message: NotificationCard } & Pick<MessageDayProps, 'onOpen' | 'onMark'>

function MessageRow({ message: { id, said, href, createdAt, readAt }, onOpen, onMark }: MessageRowProps) {
  const t = useTranslations('notifications')
  const locale = useLocale()
  const isUnread = readAt === null
  const words = said === null ? t('list.unknown') : t(`kinds.${said.kind}`, readableParams(said.params, locale))
  const ink = isUnread ? 'font-semibold text-ink' : 'text-ink-2'
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-line py-[11px] first:pt-0.5">
      <span
        className={classNames('size-2 self-start rounded-full', isUnread && 'translate-y-2 bg-bamboo')}
        {...(isUnread ? { role: 'img', 'aria-label': t('list.unreadMark') } : {})}
      />
      {href === null ? (
        <span className={ink}>{words}</span>
      ) : (
        <Link
          href={href}
          onClick={() => isUnread && onOpen(id)}
          className={classNames(ink, 'hovered:text-bamboo hovered:underline hovered:underline-offset-4')}
        >
          {words}
        </Link>
      )}
      <span className="flex items-baseline gap-4 phone:col-start-2 phone:row-start-2">
        {isUnread && (
          <Button tone="ghost" size="xs" className="phone:order-2" onPress={() => onMark(id)}>
            {t('list.markRead')}
          </Button>
        )}
        <time dateTime={createdAt} className="text-meta text-ink-3">
          {clockWords(Date.parse(createdAt))}
        </time>
      </span>
    </li>
  )
}
