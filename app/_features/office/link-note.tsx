'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

type LinkNoteProps = { link: string; expiresAt: string; name: string; origin: string }

/** The link to hand over: it is shown once. */
export function LinkNote({ link, expiresAt, name, origin }: LinkNoteProps) {
  const t = useTranslations('office.link')
  const locale = useLocale()
  const [copied, setCopied] = useState<string>()
  const address = `${origin}/password?k=${link}`
  const until = Date.parse(expiresAt)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(link)
    } catch {
      // Without HTTPS there is no clipboard: the address stands there, to be marked by hand.
      setCopied(undefined)
    }
  }
  return (
    <div className="rounded-control bg-bamboo-wash px-4 py-3">
      <p className="mb-2">{t('give', { name })}</p>
      <TextField label={<span className="sr-only">{t('address')}</span>} value={address} isReadOnly />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button size="small" onPress={() => void copy()}>
          {copied === link ? t('copied') : t('copy')}
        </Button>
        <p className="text-meta text-ink-2">
          {t('until', { time: `${dayWords(until, locale)} ${clockWords(until)}` })}
        </p>
      </div>
    </div>
  )
}
