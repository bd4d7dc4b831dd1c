'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import type { KeptText } from './use-kept-text.ts'

type KeptTextAreaProps = { kept: KeptText; label: string; hint: string; maxLength: number; rows?: number }

/** A text that saves itself; says where it is, and of two who wrote at once lets this one choose. */
export function KeptTextArea({ kept, label, hint, maxLength, rows = 4 }: KeptTextAreaProps) {
  const t = useTranslations('year-plan.kept')
  const { status } = kept
  const isLate = status === 'conflict'
  return (
    <div className="flex max-w-160 flex-col gap-2">
      <TextArea
        {...{ label, hint, maxLength, rows }}
        value={kept.text}
        onChange={kept.type}
        onBlur={() => {
          if (status === 'typed') void kept.flush()
        }}
      />
      <p role="status" className={isLate || status === 'failed' ? 'text-meta text-ochre' : 'text-meta text-ink-3'}>
        {status === 'idle' ? t('byItself') : t(status)}
      </p>
      {isLate && (
        <div className="border-l-2 border-ochre pl-4">
          <p className="whitespace-pre-line">{kept.stored}</p>
          <p className="flex gap-3 pt-3">
            <Button size="small" onPress={() => void kept.flush()}>
              {t('mine')}
            </Button>
            <Button size="small" tone="ghost" onPress={kept.giveUp}>
              {t('theirs')}
            </Button>
          </p>
        </div>
      )}
    </div>
  )
}
