'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tabs } from '#app/_ui/tabs.tsx'
import { ChatPanel } from '../chat/chat-panel.tsx'
import { useUnreadChat } from '../chat/use-unread-chat.ts'
import { HandsFoot } from '../hands/hands-foot.tsx'
import { PeoplePanel } from '../people/people-panel.tsx'

export type PanelTab = 'plan' | 'chat' | 'people'

type PanelProps = {
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  /** Null where the activity has no plan. */
  plan: ReactNode
}

/** What goes with the picture: plan, chat, people; the queue of hands below each of them. */
export function Panel({ tab, onTab, plan }: PanelProps) {
  const t = useTranslations('room')
  const unread = useUnreadChat()
  const tabs = [
    ...(plan === null ? [] : [{ id: 'plan' as const, label: t('panel.plan'), content: plan }]),
    {
      id: 'chat' as const,
      label: t('panel.chat'),
      isNew: unread.count > 0,
      ...(unread.count > 0 ? { count: unread.count } : {}),
      content: <ChatPanel isShown={tab === 'chat'} onSeen={unread.onSeen} />,
    },
    { id: 'people' as const, label: t('panel.people'), content: <PeoplePanel /> },
  ]
  return (
    <aside className="room-panel" aria-label={t('panel.label')}>
      <Tabs<PanelTab>
        label={t('panel.label')}
        tabs={tabs}
        value={tab}
        onChange={onTab}
        keepsPanels
        spreadsOnPhone
        className="min-h-0 flex-1"
        listClassName="gap-7 px-5 phone:px-4 laptop:gap-5 laptop:px-4 phone:[&>*]:px-2"
        panelClassName="overflow-hidden"
      />
      <HandsFoot />
    </aside>
  )
}
