'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Sheet } from '#app/_ui/sheet.tsx'
import type { Refusal } from './use-year-plan.ts'

type EditSheetProps = {
  title: string
  isComplete: boolean
  save: () => Promise<Refusal | null>
  /** Asked twice. */
  remove?: (() => Promise<Refusal | null>) | undefined
  refusal: Refusal | null
  onRefused: (refusal: Refusal) => void
  /** What others have written where this one has, too: a line each. */
  theirs: readonly string[]
  /** What is being changed was removed by somebody else: saving makes it anew. */
  isGone: boolean
  onClose: () => void
  children: ReactNode
}

/** A sheet that closes when what is in it is on disk, and keeps what was typed where it is not. */
export function EditSheet(props: EditSheetProps) {
  const { title, isComplete, save, remove, refusal, onRefused, theirs, isGone, onClose, children } = props
  const t = useTranslations('year-plan.sheet')
  const page = useTranslations('year-plan')
  const errors = useTranslations('common.errors')
  const [isBusy, setIsBusy] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const run = async (work: () => Promise<Refusal | null>) => {
    setIsBusy(true)
    const refused = await work()
    setIsBusy(false)
    setIsAsking(false)
    if (refused === null) onClose()
    else onRefused(refused)
  }
  return (
    <Sheet isOpen onOpenChange={onClose} title={title} closeLabel={t('close')}>
      <div className="flex flex-col gap-4">
        {children}
        {isGone && <ErrorNotice>{t('gone')}</ErrorNotice>}
        {!isGone && refusal?.code === 'CONFLICT' && (
          <ErrorNotice>
            {theirs.length === 0 ? t('merged') : t('contested')}
            {theirs.map((line) => (
              <span key={line} className="block pt-1">
                {line}
              </span>
            ))}
          </ErrorNotice>
        )}
        {refusal !== null && refusal.code !== 'CONFLICT' && refusal.field === undefined && (
          <ErrorNotice>{errors(refusal.code)}</ErrorNotice>
        )}
        <div className="flex flex-wrap gap-3 pt-2">
          <Button
            tone="primary"
            isDisabled={!isComplete}
            busyLabel={isBusy ? page('saving') : undefined}
            onPress={() => void run(save)}
          >
            {refusal?.code === 'CONFLICT' ? t('saveAgain') : t('save')}
          </Button>
          {remove !== undefined && (
            <Button tone="ghost" onPress={() => (isAsking ? void run(remove) : setIsAsking(true))}>
              {isAsking ? t('reallyRemove') : t('remove')}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  )
}
