'use client'

import { Power } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { HoldButton } from '#app/_ui/hold-button.tsx'
import { useRoom } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'

/** 结束全场: held for two seconds, and then it can still be taken back. Not red: red means that it is being recorded. */
export function EndRoomButton() {
  const t = useTranslations('room')
  const ask = useAsk()
  const isLive = useRoom((state) => state.room.status.status === 'live')
  return (
    <HoldButton
      label={t('end.label')}
      holdingLabel={t('end.holding')}
      icon={Power}
      tone="secondary"
      size="small"
      isDisabled={!isLive}
      onHeld={() => void ask('room.end', {})}
      className="h-9 border-line-2 text-ink-2"
    />
  )
}
