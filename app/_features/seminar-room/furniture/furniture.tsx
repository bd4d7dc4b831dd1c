'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ToastRegion } from '#app/_ui/toast.tsx'
import { AgendaBar } from '../agenda/agenda-bar.tsx'
import { Controls } from '../controls/controls.tsx'
import { HelpDialog } from '../controls/help-dialog.tsx'
import type { RoomActions } from '../controls/use-room-actions.ts'
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
  actions: RoomActions
  isPanelOpen: boolean
  onPanel: (isOpen: boolean) => void
  isHelpOpen: boolean
  onHelp: (isOpen: boolean) => void
}

/** What stands after it. */
export function RoomFoot(props: RoomFootProps) {
  const { plan, tab, onTab, actions, isPanelOpen, onPanel, isHelpOpen, onHelp, theme, onTheme } = props
  const t = useTranslations('room')
  const { room } = useSeminar()
  const isHost = useIsHost()
  const [isLeaving, setIsLeaving] = useState(false)
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
        onHelp={() => onHelp(true)}
        isPanelOpen={isPanelOpen}
        onPanel={() => onPanel(!isPanelOpen)}
      />
      <RoomNotices />
      <HelpDialog isOpen={isHelpOpen} onOpenChange={onHelp} />
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
