'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { useParticipant } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'

/** 请发言. Only the first of the queue has the filled one. */
export function BringButton({ participantId, isFirst }: { participantId: string; isFirst: boolean }) {
  const t = useTranslations('room')
  const person = useParticipant(participantId)
  const ask = useAsk()
  return (
    <Button size="xs" tone={isFirst ? 'primary' : 'ghost'} onPress={() => void ask('stage.bring', { participantId })}>
      {/* One child: between several the button would leave gaps. */}
      <span>{t.rich('hands.bring', { who: () => <span className="sr-only">{person?.name}</span> })}</span>
    </Button>
  )
}
