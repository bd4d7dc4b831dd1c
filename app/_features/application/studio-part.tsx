import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { titleLevel } from '#core/contract/activity.ts'
import { APPLICATION_MAX_CHARS, type ApplicationForm } from '#core/contract/applications.ts'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { FieldWords } from './field-words.ts'
import { SchoolPicker } from './school-picker.tsx'

const KINDS = ['teacher', 'principal'] as const

export type PartProps = {
  form: ApplicationForm
  words: FieldWords
  onChange: (patch: Partial<ApplicationForm>) => void
}

/** What the studio is to be. */
export function StudioPart({ form, words, onChange, schoolName }: PartProps & { schoolName: string }) {
  const t = useTranslations('application')
  const levels = useTranslations('common.levels')
  const [chosenName, setChosenName] = useState(schoolName)
  const { errorOf, hintOf } = words
  return (
    <div className="grid max-w-184 grid-cols-2 items-start gap-x-6 gap-y-5 phone:grid-cols-1">
      <RadioGroup
        label={t('fields.kind')}
        isRow
        choices={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
        error={errorOf('kind')}
        hint={hintOf('kind')}
      />
      <RadioGroup
        label={t('fields.level')}
        isRow
        choices={titleLevel.options.map((id) => ({ id, label: levels(id) }))}
        value={form.level}
        onChange={(level) => onChange({ level })}
        error={errorOf('level')}
        hint={hintOf('level')}
      />
      <TextField
        label={t('fields.name')}
        value={form.name}
        onChange={(name) => onChange({ name })}
        maxLength={APPLICATION_MAX_CHARS.name}
        error={errorOf('name')}
        hint={hintOf('name')}
      />
      <TextField
        label={t(form.kind === 'teacher' ? 'fields.subject' : 'fields.schoolType')}
        value={form.subject}
        onChange={(subject) => onChange({ subject })}
        maxLength={APPLICATION_MAX_CHARS.subject}
        error={errorOf('subject')}
        hint={hintOf('subject', t(form.kind === 'teacher' ? 'hints.subject' : 'hints.schoolType'))}
      />
      <SchoolPicker
        schoolName={chosenName}
        onChange={({ id, name }) => {
          setChosenName(name)
          onChange({ schoolId: id })
        }}
        error={errorOf('schoolId')}
        note={hintOf('schoolId')}
      />
    </div>
  )
}
