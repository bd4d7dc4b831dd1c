'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useRef, useState, type ReactNode } from 'react'
import { ToastRegion } from '#app/_ui/toast.tsx'
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx'
import { AgendaBar } from './agenda/agenda-bar.tsx'
import { Controls } from './controls/controls.tsx'
import { HelpDialog } from './controls/help-dialog.tsx'
import { useRoomActions } from './controls/use-room-actions.ts'
import { useShortcuts } from './controls/use-shortcuts.ts'
import { RoomNotices } from './notices/room-notices.tsx'
import { useAnnouncements } from './notices/use-announcements.ts'
import { useOwnNotices } from './notices/use-own-notices.ts'
import { useQuietControls } from './notices/use-quiet-controls.ts'
import { Panel, type PanelTab } from './panel/panel.tsx'
import { ConfirmDialog } from './people/confirm-dialog.tsx'
import { useIsHost, useSeminar } from './session/seminar-context.tsx'
import { AudioSink } from './stage/audio-sink.tsx'
import { Stage } from './stage/stage.tsx'
import { TopBar } from './top-bar/top-bar.tsx'

type RoomViewProps = {
  /** Null where the activity has no plan. */
  plan: ReactNode
  theme: 'dark' | 'light'
  onTheme: (theme: 'dark' | 'light') => void
}

/** The live room: 顶栏, 议程, 台, 侧栏, 操作. */
export function RoomView({ plan, theme, onTheme }: RoomViewProps) {
  const t = useTranslations('room')
  const { room } = useSeminar()
  const actions = useRoomActions()
  const isHost = useIsHost()
  const [tab, setTab] = useState<PanelTab>(plan === null ? 'chat' : 'plan')
  // Only a phone on its side ever closes it.
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const view = useRef<HTMLDivElement>(null)
  // Faces first: what stands around the stage is drawn in slices, between which their pictures are taken up.
  const isAllDrawn = useDeferredValue(true, false)
  const isQuiet = useQuietControls(view)
  const said = useAnnouncements()
  useOwnNotices()
  const openPanel = (shown: PanelTab) => {
    setTab(shown)
    setIsPanelOpen(true)
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
    <div
      ref={view}
      className="room"
      data-panel={isPanelOpen ? 'open' : 'closed'}
      {...(isQuiet && !isPanelOpen ? { 'data-quiet': '' } : {})}
    >
      {isAllDrawn && (
        <>
          <TopBar theme={theme} onTheme={onTheme} onPeople={() => openPanel('people')} />
          <AgendaBar />
        </>
      )}
      <Stage />
      {isAllDrawn && (
        <>
          <Panel tab={tab} onTab={setTab} plan={plan} />
          <Controls
            actions={actions}
            theme={theme}
            onTheme={onTheme}
            onLeave={() => (isHost ? setIsLeaving(true) : leave())}
            onHelp={() => setIsHelpOpen(true)}
            isPanelOpen={isPanelOpen}
            onPanel={() => setIsPanelOpen(!isPanelOpen)}
          />
        </>
      )}
      <AudioSink />
      <RoomNotices />
      <VisuallyHidden>
        <p aria-live="polite" data-said="">
          <span key={said.count}>{said.sentence}</span>
        </p>
      </VisuallyHidden>
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
    </div>
  )
}
