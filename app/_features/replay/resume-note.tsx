'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { firstMomentOf } from '#app/_client/replay/first-moment.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlayerState, useReplay } from './replay-context.ts'

/** Says that watching goes on where it stopped; gone as soon as it does. */
export function ResumeNote({ words, className }: { words: string; className: string }) {
  const t = useTranslations('replay')
  const { player, manifest } = useReplay()
  const [isGone, setGone] = useState(false)
  const hasStarted = usePlayerState(({ playing }) => playing.status === 'playing')
  if (isGone || hasStarted) return null
  return (
    <p
      className={classNames('flex items-center gap-3 rounded-control px-3 py-1 text-meta', className)}
      onClick={(event) => event.stopPropagation()}
    >
      {words}
      <button
        type="button"
        className="touch-area underline underline-offset-4"
        onClick={() => {
          setGone(true)
          player.seek(firstMomentOf(manifest))
          player.play()
        }}
      >
        {t('fromStart')}
      </button>
    </p>
  )
}
