'use client'

import { useTranslations } from 'next-intl'
import { CAPACITY_MAX, registrationMode, type RegistrationTerms } from '#core/contract/registration-terms.ts'
import { NumberField } from '#app/_ui/number-field.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'

type RegistrationPartProps = { terms: RegistrationTerms; onChange: (terms: RegistrationTerms) => void }

/** 报名, in the form of an activity: whether, how, and how many. */
export function RegistrationPart({ terms, onChange }: RegistrationPartProps) {
  const t = useTranslations('registration.form')
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <RadioGroup
        label={t('mode')}
        choices={registrationMode.options.map((mode) => ({
          id: mode,
          label: t(`modes.${mode}`),
          note: t(`notes.${mode}`),
        }))}
        value={terms.mode}
        onChange={(mode) => onChange({ ...terms, mode })}
      />
      {terms.mode !== 'none' && (
        <NumberField
          label={t('capacity')}
          hint={t('capacityHint')}
          unit={t('capacityUnit')}
          className="max-w-60"
          minValue={1}
          maxValue={CAPACITY_MAX}
          formatOptions={{ maximumFractionDigits: 0 }}
          value={terms.capacity ?? Number.NaN}
          onChange={(capacity) => onChange({ ...terms, capacity: Number.isNaN(capacity) ? null : capacity })}
        />
      )}
    </div>
  )
}
