'use client'

import { Hand, Mic, MicOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { mediaSlot } from '#app/_client/media-store.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { SignalBars, type SignalStrength } from '#app/_ui/signal-bars.tsx'
import type { Participant } from '#core/contract/room-state.ts'
import { useMedia, useRoom } from '../session/seminar-context.tsx'
import { handNumber } from './hand-number.ts'

/** Name, part and microphone, on the picture's corner. `isLarge`: also the school. */
export function NamePlate({ person, isLarge = false }: { person: Participant; isLarge?: boolean }) {
  const t = useTranslations('room')
  const isMe = useRoom((state) => state.me === person.id)
  const isTalking = useRoom((state) => state.speakers.some(({ participantId }) => participantId === person.id))
  const hasSound = person.media.microphone === 'on'
  const part = person.role === 'participant' || person.role === 'viewer' ? null : t(`roles.${person.role}`)
  const more = isMe
    ? part === null
      ? t('you')
      : t('partAndYou', { part })
    : [part, isLarge ? person.organisation : null].filter(Boolean).join('·')
  return (
    <span className="plate">
      <span className="contents" {...(isTalking && hasSound ? { 'data-heard': '' } : {})}>
        <Icon
          of={hasSound ? Mic : MicOff}
          size="small"
          label={t(hasSound ? 'stage.microphoneOn' : 'stage.microphoneOff')}
          {...(isTalking && hasSound ? { className: 'text-[#9dc08f]' } : {})}
        />
      </span>
      <span className="max-w-full flex-none truncate">{person.name}</span>
      {more !== '' && <em>{more}</em>}
    </span>
  )
}

/** Three bars, and words where the link is weak. */
export function LinkMarks({ person }: { person: Participant }) {
  const t = useTranslations('room')
  const format = useFormatter()
  const isMe = useRoom((state) => state.me === person.id)
  const fromServer = useRoom((state) => state.quality[person.id])
  const own = useMedia((state) => state.localQuality)
  const picture = useMedia((state) => state.received[mediaSlot(person.id, 'camera')]?.picture)
  const isAway = person.connection === 'offline'
  const bars = isAway ? 0 : isMe ? (own ?? fromServer) : fromServer
  const since = picture?.status === 'frozen' ? picture.sinceMs : null
  const words = isAway ? t('stage.away') : person.media.microphone === 'on' ? t('stage.soundFine') : null
  return (
    <>
      {(since !== null || isAway) && (
        <span className="weak-words">
          {since !== null && (
            <>
              {t('stage.pictureSince', {
                time: format.dateTime(since, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }),
              })}
              <br />
            </>
          )}
          {words}
        </span>
      )}
      {bars !== undefined && (
        <span className="bars" {...(bars <= 1 ? { 'data-weak': '' } : {})}>
          <SignalBars strength={strengthOf(bars)} label={t(`link.${strengthOf(bars)}`)} className="text-inherit" />
        </span>
      )}
    </>
  )
}

export const strengthOf = (bars: number): SignalStrength => (bars >= 3 ? 3 : bars >= 2 ? 2 : bars >= 1 ? 1 : 0)

/** The place in the queue, on the tile of whom it belongs to. */
export function HandMark({ participantId }: { participantId: string }) {
  const t = useTranslations('room')
  const number = useRoom((state) => handNumber(state.room, participantId))
  if (number === null) return null
  return (
    <span className="hand-number" role="img" aria-label={t('hands.numberOf', { number })}>
      <Icon of={Hand} size="small" />
      {number}
    </span>
  )
}
