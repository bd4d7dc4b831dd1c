'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Icon } from '#app/_ui/icon.tsx'
import { plainBox, plainLabel } from '#app/_ui/plain-field.ts'

const GUEST_NAME_MAX_CHARS = 20

type GuestNameFieldProps = { value: string; onChange: (name: string) => void; isMissing: boolean }

/** Only guests type a name. */
export function GuestNameField({ value, onChange, isMissing }: GuestNameFieldProps) {
  const t = useTranslations('room')
  const noteId = useId()
  return (
    <div className="mb-5">
      <label className="block">
        <span className={plainLabel}>{t('lobby.yourName')}</span>
        <input
          value={value}
          onChange={(event) => onChange(event.target.value)}
          maxLength={GUEST_NAME_MAX_CHARS}
          autoComplete="name"
          aria-invalid={isMissing}
          aria-describedby={noteId}
          className={plainBox}
        />
      </label>
      <p id={noteId} className={`mt-1.5 flex gap-1.5 text-meta ${isMissing ? 'text-ochre' : 'text-ink-3'}`}>
        {isMissing && <Icon of={TriangleAlert} size="small" className="mt-0.5" />}
        {t(isMissing ? 'lobby.nameMissing' : 'lobby.nameHint')}
      </p>
    </div>
  )
}
