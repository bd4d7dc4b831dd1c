'use client'

import { LayoutGrid, Moon, Sun, UserRound, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Icon } from '#app/_ui/icon.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { RecordingMark } from '#app/_ui/live-mark.tsx'
import { Seal } from '#app/_ui/seal.tsx'
import { SignalBars } from '#app/_ui/signal-bars.tsx'
import { formatElapsed } from '../session/format-elapsed.ts'
import { useFacts, useMedia, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { useSessionNowMs } from '../session/use-session-now.ts'
import { strengthOf } from '../stage/person-plate.tsx'

type TopBarProps = {
  theme: 'dark' | 'light'
  onTheme: (theme: 'dark' | 'light') => void
  onPeople: () => void
}

/** Title, recording, people, one's own link, and how the room looks. */
export function TopBar({ theme, onTheme, onPeople }: TopBarProps) {
  const t = useTranslations('room')
  const { title, kindWord } = useFacts()
  const liveTitle = useRoom((state) => state.room.title)
  return (
    <header className="room-top flex items-center gap-3 px-5 phone:gap-2 phone:px-3">
      <Seal size="small" className="phone:hidden">
        同
      </Seal>
      <h1 className="min-w-0 truncate font-song text-[17px] leading-6 font-semibold phone:text-[16px]">
        {liveTitle === '' ? title : liveTitle}
      </h1>
      <span className="min-w-0 truncate text-meta text-ink-3 wide:inline hidden">{kindWord}</span>
      <span className="flex-1" />
      <span data-stays="">
        <Recording />
      </span>
      <PeopleCount onPeople={onPeople} />
      <OwnLink />
      <span className="flex phone:hidden">
        <LayoutSwitch />
        <IconButton
          icon={theme === 'dark' ? Sun : Moon}
          label={t(theme === 'dark' ? 'look.light' : 'look.dark')}
          onPress={() => onTheme(theme === 'dark' ? 'light' : 'dark')}
        />
      </span>
    </header>
  )
}

function Recording() {
  const t = useTranslations('room')
  const startedAtMs = useRoom((state) => state.room.recording?.startedAtMs ?? null)
  if (startedAtMs === null) return null
  return <RecordingSince startedAtMs={startedAtMs} word={t('recording.on')} />
}

function RecordingSince({ startedAtMs, word }: { startedAtMs: number; word: string }) {
  const nowMs = useSessionNowMs()
  return (
    <RecordingMark elapsed={formatElapsed(nowMs - startedAtMs)} className="text-ui phone:text-caption">
      {word}
    </RecordingMark>
  )
}

function PeopleCount({ onPeople }: { onPeople: () => void }) {
  const t = useTranslations('room')
  const count = useRoom((state) => Object.keys(state.room.participants).length)
  return (
    <button
      type="button"
      onClick={onPeople}
      aria-label={t('people.here', { count })}
      className="touch-area ml-2 inline-flex items-center gap-1.5 rounded-paper text-meta whitespace-nowrap text-ink-2 phone:ml-0 phone:text-caption"
    >
      <Icon of={Users} size="small" />
      {count}
      <span className="phone:hidden">{t('people.hereWord')}</span>
    </button>
  )
}

function OwnLink() {
  const t = useTranslations('room')
  const own = useMedia((state) => state.localQuality)
  const link = useRoom((state) => state.link.status)
  const strength = link === 'joined' ? strengthOf(own ?? 3) : 0
  return (
    <span className="ml-2 inline-flex items-center gap-1.5 text-meta whitespace-nowrap text-ink-2 phone:hidden">
      <SignalBars strength={strength} />
      {t(`link.${strength}`)}
    </span>
  )
}

function LayoutSwitch() {
  const t = useTranslations('room')
  const { spotlight } = useSeminar()
  const layout = useStore(spotlight.store, (state) => state.layout)
  const isGrid = layout === 'grid'
  return (
    <IconButton
      icon={isGrid ? UserRound : LayoutGrid}
      label={t(isGrid ? 'look.speaker' : 'look.grid')}
      shortcut="G"
      onPress={() => spotlight.setLayout(isGrid ? 'speaker' : 'grid')}
    />
  )
}
