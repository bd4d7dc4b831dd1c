'use client'

import { useTranslations } from 'next-intl'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'

/** Nothing to read, or nothing unread. */
export function MessagesEmpty({ only }: { only: 'unread' | undefined }) {
  const t = useTranslations('notifications.empty')
  if (only === undefined) {
    return (
      <Empty
        size="part"
        headingLevel={2}
        title={t('title')}
        actions={<LinkButton href="/desk">{t('desk')}</LinkButton>}
      >
        {t('text')}
      </Empty>
    )
  }
  return (
    <Empty
      size="part"
      headingLevel={2}
      title={t('noneUnread')}
      actions={<LinkButton href="/messages">{t('showAll')}</LinkButton>}
    >
      {t('noneUnreadText')}
    </Empty>
  )
}
