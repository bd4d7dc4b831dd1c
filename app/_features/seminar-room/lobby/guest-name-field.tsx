'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '#app/_ui/text-field.tsx'

const GUEST_NAME_MAX_CHARS = 20

type GuestNameFieldProps = { value: string; onChange: (name: string) => void; isMissing: boolean }

/** Only guests type a name: a file of its own, so that teachers do not wait for a text field. */
export function GuestNameField({ value, onChange, isMissing }: GuestNameFieldProps) {
  const t = useTranslations('room')
  return (
    <TextField
      label={t('lobby.yourName')}
      hint={t('lobby.nameHint')}
      value={value}
      onChange={onChange}
      maxLength={GUEST_NAME_MAX_CHARS}
      autoComplete="name"
      className="mb-5"
      {...(isMissing ? { error: t('lobby.nameMissing') } : {})}
    />
  )
}
