'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Sheet } from '#app/_ui/sheet.tsx'
import { useIsHost, useParticipant, useRoom } from '../session/seminar-context.tsx'
import { BringButton } from './bring-button.tsx'
import { FocusRefuge } from './focus-refuge.tsx'
import { HandsQueue, WaitedFrom } from './hands-queue.tsx'

const FIRST_SHOWN = 3

/** The queue stands below all tabs; a phone shows its first on one line, and the rest on demand. */
export function HandsFoot() {
  const t = useTranslations('room')
  const hands = useRoom((state) => state.room.hands)
  const isHost = useIsHost()
  const [isOpen, setIsOpen] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const first = hands[0]
  if (first === undefined) return null
  return (
    <FocusRefuge className="flex-none border-t border-line-2" label={t('hands.label')}>
      <div className="max-h-64 overflow-y-auto px-5 pt-3 pb-3.5 phone:hidden lying:hidden">
        <p className="flex items-center gap-2 text-meta">
          <b className="font-semibold">{t('hands.label')}</b>
          <span className="text-ink-3">{t('hands.count', { count: hands.length })}</span>
          <span className="flex-1" />
          {isHost && hands.length > 1 && (
            <span className="text-caption text-ink-3 laptop:hidden">{t('hands.reorderHint')}</span>
          )}
        </p>
        <HandsQueue hands={showsAll ? hands : hands.slice(0, FIRST_SHOWN)} />
        {hands.length > FIRST_SHOWN && (
          <Button tone="ghost" size="xs" onPress={() => setShowsAll(!showsAll)} className="-ml-2">
            {showsAll ? t('hands.fewer') : t('hands.all', { count: hands.length - FIRST_SHOWN })}
          </Button>
        )}
      </div>
      <div className="hidden items-center gap-2.5 px-4 py-2 text-ui phone:flex lying:flex">
        <button
          type="button"
          className="flex min-h-8.5 min-w-0 flex-1 items-center gap-2.5"
          onClick={() => setIsOpen(true)}
        >
          <b className="font-semibold whitespace-nowrap text-ink-3">{t('hands.first', { count: hands.length })}</b>
          <FirstName participantId={first.participantId} raisedAtMs={first.raisedAtMs} />
        </button>
        {isHost && <BringButton participantId={first.participantId} isFirst />}
      </div>
      <Sheet isOpen={isOpen} onOpenChange={setIsOpen} title={t('hands.label')} closeLabel={t('close')}>
        <HandsQueue hands={hands} />
      </Sheet>
    </FocusRefuge>
  )
}

function FirstName({ participantId, raisedAtMs }: { participantId: string; raisedAtMs: number }) {
  const person = useParticipant(participantId)
  return (
    <>
      <span className="min-w-0 truncate">{person?.name}</span>
      <span className="min-w-0 flex-1 truncate text-left text-caption text-ink-3">
        <WaitedFrom raisedAtMs={raisedAtMs} organisation={person?.organisation ?? ''} />
      </span>
    </>
  )
}
