'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { useMe, useRoom } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useSessionNowMs } from '../session/use-session-now.ts'
import { agendaProgress, type AgendaProgress } from './agenda-progress.ts'

/** Width is planned minutes, fill is what has passed, words are what remains. Who keeps the agenda moves it by a press. */
export function AgendaBar() {
  const t = useTranslations('room')
  const agenda = useRoom((state) => state.agenda)
  const currentId = useRoom((state) => state.room.agendaItemId)
  const movedAtMs = useRoom((state) => state.room.agendaMovedAtMs)
  const nowMs = useSessionNowMs()
  const role = useMe()?.role
  const mayMove = role === 'host' || role === 'note-taker'
  const ask = useAsk()
  if (agenda.length === 0) return null
  return (
    <nav className="room-agenda" aria-label={t('agenda.label')}>
      <ol className="flex gap-[3px] px-5 phone:px-3 phone:pt-2">
        {agendaProgress(agenda, { currentId, movedAtMs, nowMs }).map((progress, index) => (
          <li
            key={progress.item.id}
            className="flex"
            style={{ flex: `${progress.item.minutes} 1 0` }}
            {...(progress.when === 'now' ? { 'aria-current': 'step' as const } : {})}
            data-when={progress.when}
            // The one whose name a phone has room for: before it has begun, the first.
            {...(progress.when === 'now' || (currentId === null && index === 0) ? { 'data-named': '' } : {})}
          >
            <Item
              progress={progress}
              onGo={mayMove ? () => void ask('agenda.go', { itemId: progress.item.id }) : null}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Item({ progress, onGo }: { progress: AgendaProgress; onGo: (() => void) | null }) {
  const t = useTranslations('room')
  const { item, when, elapsedRatio, minutesLeft } = progress
  const style = { '--elapsed': `${elapsedRatio * 100}%` } as CSSProperties
  const matter = (
    <>
      <span>{item.title}</span>
      {minutesLeft === null ? (
        <i className="text-caption leading-5 text-ink-3 not-italic laptop:hidden phone:hidden">
          {t('agenda.minutes', { minutes: item.minutes })}
        </i>
      ) : (
        <em {...(minutesLeft < 0 ? { 'data-over': '' } : {})}>
          {minutesLeft < 0 ? t('agenda.over', { minutes: -minutesLeft }) : t('agenda.left', { minutes: minutesLeft })}
        </em>
      )}
    </>
  )
  if (onGo === null || when === 'now') {
    return (
      <span className="agenda-item w-full" data-when={when} style={style}>
        {matter}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="agenda-item w-full"
      data-when={when}
      onClick={onGo}
      title={t('agenda.go', { title: item.title, minutes: item.minutes })}
    >
      {matter}
    </button>
  )
}
