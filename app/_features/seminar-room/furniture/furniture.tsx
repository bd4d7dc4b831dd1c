'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ToastRegion } from '#app/_ui/toast.tsx'
import { AgendaBar } from '../agenda/agenda-bar.tsx'
import { Controls } from '../controls/controls.tsx'
import { HelpDialog } from '../controls/help-dialog.tsx'
import { useRoomActions } from '../controls/use-room-actions.ts'
import { useShortcuts } from '../controls/use-shortcuts.ts'
import { RoomNotices } from '../notices/room-notices.tsx'
import { Panel, type PanelTab } from '../panel/panel.tsx'
import { ConfirmDialog } from '../people/confirm-dialog.tsx'
import { useIsHost, useSeminar } from '../session/seminar-context.tsx'
import { TopBar } from '../top-bar/top-bar.tsx'

export { PersonMenu } from '../people/person-menu.tsx'

type ThemeProps = { theme: 'dark' | 'light'; onTheme: (theme: 'dark' | 'light') => void }

/** What stands before the stage. */
export function RoomHead({ onPeople, ...theme }: ThemeProps & { onPeople: () => void }) {
  return (
    <>
      <TopBar {...theme} onPeople={onPeople} />
      <AgendaBar />
    </>
  )
}

type RoomFootProps = ThemeProps & {
  /** Null where the activity has no plan. */
  plan: ReactNode
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  isPanelOpen: boolean
  onPanel: (isOpen: boolean) => void
}

/** What stands after it, and the keys. */
export function RoomFoot({ plan, tab, onTab, isPanelOpen, onPanel, theme, onTheme }: RoomFootProps) {
  const t = useTranslations('room')
  const { room } = useSeminar()
  const actions = useRoomActions()
  const isHost = useIsHost()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const openPanel = (shown: PanelTab) => {
    onTab(shown)
    onPanel(true)
  }
  useShortcuts({
    m: actions.toggleMicrophone,
    v: actions.toggleCamera,
    s: actions.toggleScreen,
    h: actions.toggleHand,
    r: actions.toggleRecording,
    g: actions.toggleLayout,
    '1': plan === null ? null : () => openPanel('plan'),
    '2': () => openPanel('chat'),
    '3': () => openPanel('people'),
    '?': () => setIsHelpOpen(true),
  })
  // A room that cannot be told is left all the same: the seat is given up when the server misses us.
  const leave = () => void room.leave().catch(() => undefined)
  return (
    <>
      <Panel tab={tab} onTab={onTab} plan={plan} />
      <Controls
        actions={actions}
        theme={theme}
        onTheme={onTheme}
        onLeave={() => (isHost ? setIsLeaving(true) : leave())}
        onHelp={() => setIsHelpOpen(true)}
        isPanelOpen={isPanelOpen}
        onPanel={() => onPanel(!isPanelOpen)}
      />
      <RoomNotices />
      <HelpDialog isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
      <ConfirmDialog
        isOpen={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={t('leave.title')}
        confirmLabel={t('controls.leave')}
        onConfirm={leave}
      >
        {t('leave.text')}
      </ConfirmDialog>
      {/* On a phone above the field one writes in and the first hand. */}
      <ToastRegion label={t('notices.label')} closeLabel={t('close')} placeClassName="bottom-24 phone:bottom-46" />
    </>
  )
}
