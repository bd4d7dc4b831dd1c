'use client'

import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { useRoom } from '../session/seminar-context.tsx'
import { handNumber } from '../stage/hand-number.ts'

/** The place in the queue, in a row of text. */
export function HandBadge({ participantId }: { participantId: string }) {
  const t = useTranslations('room')
  const number = useRoom((state) => handNumber(state.room, participantId))
  if (number === null) return null
  return (
    <span
      role="img"
      aria-label={t('hands.numberOf', { number })}
      className="inline-flex items-center gap-1 text-caption text-bamboo"
    >
      <Icon of={Hand} size="small" />
      {number}
    </span>
  )
}
