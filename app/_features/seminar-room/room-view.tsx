'use client'

import { useDeferredValue, useRef, useState, type ReactNode } from 'react'
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx'
import { useRoomActions } from './controls/use-room-actions.ts'
import { useShortcuts } from './controls/use-shortcuts.ts'
import { FurnitureProvider, loadFurniture } from './furniture/furniture-context.ts'
import { useAnnouncements } from './notices/use-announcements.ts'
import { useOwnNotices } from './notices/use-own-notices.ts'
import { useQuietControls } from './notices/use-quiet-controls.ts'
import type { PanelTab } from './panel/panel.tsx'
import { useLater } from '#app/_ui/use-later.ts'
import { AudioSink } from './stage/audio-sink.tsx'
import { Stage } from './stage/stage.tsx'

type RoomViewProps = {
  /** Null where the activity has no plan. */
  plan: ReactNode
  theme: 'dark' | 'light'
  onTheme: (theme: 'dark' | 'light') => void
}

/** The live room: 顶栏, 议程, 台, 侧栏, 操作. The stage is there at once; the places of the rest are kept until it comes. */
export function RoomView({ plan, theme, onTheme }: RoomViewProps) {
  // Faces first: what stands around the stage is drawn in slices, between which their pictures are taken up.
  const furniture = useDeferredValue(useLater(loadFurniture, { isNear: true }))
  const [tab, setTab] = useState<PanelTab>(plan === null ? 'chat' : 'plan')
  // Only a phone on its side ever closes it.
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const view = useRef<HTMLDivElement>(null)
  const isQuiet = useQuietControls(view)
  const said = useAnnouncements()
  useOwnNotices()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const actions = useRoomActions()
  const openPanel = (shown: PanelTab) => {
    setTab(shown)
    setIsPanelOpen(true)
  }
  // Here and not with the controls: a key counts as soon as one sits.
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
  return (
    <FurnitureProvider value={furniture}>
      <div
        ref={view}
        className="room"
        data-panel={isPanelOpen ? 'open' : 'closed'}
        {...(isQuiet && !isPanelOpen ? { 'data-quiet': '' } : {})}
      >
        {furniture !== null && (
          <furniture.RoomHead theme={theme} onTheme={onTheme} onPeople={() => openPanel('people')} />
        )}
        <Stage />
        {/* The sheet lies there before its words do. */}
        {furniture === null && <div className="room-panel" />}
        {furniture !== null && (
          <furniture.RoomFoot
            {...{ plan, tab, actions, isPanelOpen, isHelpOpen, theme, onTheme }}
            onTab={setTab}
            onPanel={setIsPanelOpen}
            onHelp={setIsHelpOpen}
          />
        )}
        <AudioSink />
        <VisuallyHidden>
          <p aria-live="polite" data-said="">
            <span key={said.count}>{said.sentence}</span>
          </p>
        </VisuallyHidden>
      </div>
    </FurnitureProvider>
  )
}
