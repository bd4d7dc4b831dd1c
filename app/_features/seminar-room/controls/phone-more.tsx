'use client'

import { Ellipsis, PanelRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Sheet } from '#app/_ui/sheet.tsx'
import { nextAgendaItem } from '../agenda/agenda-progress.ts'
import { DeviceSelects } from '../devices/device-selects.tsx'
import { useRoom } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { Control } from './control.tsx'
import { EndRoomButton } from './end-room-button.tsx'
import type { RoomActions } from './use-room-actions.ts'

type PhoneMoreProps = {
  actions: RoomActions
  onHelp: () => void
  isPanelOpen: boolean
  onPanel: () => void
  theme: 'dark' | 'light'
  onTheme: (theme: 'dark' | 'light') => void
}

/** 更多 holds what a phone has no room for; ending lies one level deeper. */
export function PhoneMore({ actions, onHelp, isPanelOpen, onPanel, theme, onTheme }: PhoneMoreProps) {
  const t = useTranslations('room')
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  const agenda = useRoom((state) => state.agenda)
  const next = useRoom((state) => nextAgendaItem(agenda, state.room.agendaItemId))
  const ask = useAsk()
  const rows: { label: string; act: (() => void) | null }[] = [
    { label: t(actions.layout === 'grid' ? 'look.speaker' : 'look.grid'), act: actions.toggleLayout },
    { label: t(actions.screen === 'on' ? 'controls.stopShare' : 'controls.share'), act: actions.toggleScreen },
    { label: t(actions.isRecording ? 'controls.stopRecording' : 'controls.record'), act: actions.toggleRecording },
    {
      label: t('agenda.next', { title: next?.title ?? '' }),
      act: actions.isHost && next !== null ? () => void ask('agenda.go', { itemId: next.id }) : null,
    },
    { label: t('controls.leaveStage'), act: actions.isHost ? null : actions.leaveStage },
    {
      label: t(theme === 'dark' ? 'look.light' : 'look.dark'),
      act: () => onTheme(theme === 'dark' ? 'light' : 'dark'),
    },
    { label: t('help.title'), act: onHelp },
  ]
  return (
    <>
      <Control
        icon={Ellipsis}
        label={t('controls.more')}
        onPress={() => setIsOpen(true)}
        className="desk:hidden landscape-phone"
      />
      <Control
        icon={PanelRight}
        label={t('controls.panel')}
        isPressed={isPanelOpen}
        onPress={onPanel}
        className="only-landscape-phone"
      />
      <Sheet isOpen={isOpen} onOpenChange={setIsOpen} title={t('controls.more')} closeLabel={t('close')}>
        <ul className="flex flex-col pb-4">
          {rows.map(({ label, act }) =>
            act === null ? null : (
              <li key={label}>
                <Button
                  tone="ghost"
                  isWide
                  className="-ml-3.25 h-12 justify-start"
                  onPress={() => {
                    close()
                    act()
                  }}
                >
                  {label}
                </Button>
              </li>
            ),
          )}
        </ul>
        {actions.isOnStage && <DeviceSelects />}
        {actions.isHost && <EndSection />}
      </Sheet>
    </>
  )
}

function EndSection() {
  const t = useTranslations('room')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="mt-6 border-t border-line pt-4">
      {isOpen ? (
        <div className="flex items-center gap-3">
          <EndRoomButton />
          <span className="text-caption text-ink-3">{t('end.hint')}</span>
        </div>
      ) : (
        <Button tone="ghost" size="small" className="-ml-3.25 h-11" onPress={() => setIsOpen(true)}>
          {t('end.label')}
        </Button>
      )}
    </div>
  )
}
