import { useTranslations } from 'next-intl'
import { APPLICATION_MAX_CHARS } from '#core/contract/applications.ts'
import { NumberField } from '#app/_ui/number-field.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { PartProps } from './studio-part.tsx'

const GENDERS = ['female', 'male'] as const
const LINES = ['bornMonth', 'degree', 'professionalTitle', 'post'] as const
const TEXTS = ['honours', 'publicLessons', 'papers'] as const
const MAX_YEARS = 60

/** 个人信息统计表. */
export function PersonPart({ form, words: { errorOf, hintOf }, onChange }: PartProps) {
  const t = useTranslations('application')
  return (
    <div className="grid max-w-184 grid-cols-2 items-start gap-x-6 gap-y-5 phone:grid-cols-1">
      <RadioGroup
        label={t('fields.gender')}
        isRow
        choices={GENDERS.map((id) => ({ id, label: t(`genders.${id}`) }))}
        value={form.gender === '' ? null : form.gender}
        onChange={(gender) => onChange({ gender })}
        error={errorOf('gender')}
        hint={hintOf('gender')}
      />
      {LINES.map((field) => (
        <TextField
          key={field}
          label={t(`fields.${field}`)}
          value={form[field]}
          onChange={(text) => onChange({ [field]: text })}
          maxLength={APPLICATION_MAX_CHARS[field]}
          error={errorOf(field)}
          hint={hintOf(field, t(`hints.${field}`))}
        />
      ))}
      <NumberField
        label={t('fields.teachingYears')}
        unit={t('years')}
        minValue={0}
        maxValue={MAX_YEARS}
        value={form.teachingYears ?? Number.NaN}
        onChange={(years) => onChange({ teachingYears: Number.isNaN(years) ? null : Math.round(years) })}
        error={errorOf('teachingYears')}
        hint={hintOf('teachingYears')}
      />
      <TextField
        label={t('fields.phone')}
        type="tel"
        autoComplete="tel"
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        maxLength={APPLICATION_MAX_CHARS.phone}
        error={errorOf('phone')}
        hint={hintOf('phone', t('hints.phone'))}
      />
      {TEXTS.map((field) => (
        <TextArea
          key={field}
          label={t(`fields.${field}`)}
          rows={3}
          value={form[field]}
          onChange={(text) => onChange({ [field]: text })}
          maxLength={APPLICATION_MAX_CHARS[field]}
          error={errorOf(field)}
          hint={hintOf(field, t(`hints.${field}`))}
          className="col-span-full"
        />
      ))}
    </div>
  )
}
