'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { ActivityFormValues } from './form-values.ts'
import { dropKeptForm, readKeptForm } from './kept-form.ts'

type KeptOfferProps = {
  form: string
  /** Nothing was typed yet: what was kept would not replace anything. */
  isOpen: boolean
  onRestore: (values: ActivityFormValues) => void
}

/** Offers what was typed last time and not saved. Only for the browser: the server does not know it. */
export function KeptOffer({ form, isOpen, onRestore }: KeptOfferProps) {
  const t = useTranslations('activity.form')
  const [kept, setKept] = useState(() => readKeptForm(form))
  if (kept === null || !isOpen) return null
  return (
    <div role="status" className="mb-8 flex flex-wrap items-center gap-4 rounded-control bg-well px-4 py-2.5">
      <p className="flex-1">{t('keptTitle')}</p>
      <Button size="small" onPress={() => onRestore(kept)}>
        {t('keptRestore')}
      </Button>
      <Button
        size="small"
        tone="ghost"
        onPress={() => {
          dropKeptForm(form)
          setKept(null)
        }}
      >
        {t('keptDrop')}
      </Button>
    </div>
  )
}
