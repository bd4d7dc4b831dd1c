import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApplicationField } from '#core/contract/applications.ts'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

const FIELDS = [
  ...(['introduction', 'photo', 'name', 'subject', 'schoolId', 'level', 'kind'] as const),
  ...(['gender', 'bornMonth', 'degree', 'professionalTitle', 'post', 'teachingYears', 'phone'] as const),
  ...(['honours', 'publicLessons', 'papers'] as const),
] satisfies ApplicationField[]

export type NoteRow = { field: ApplicationField; text: string }

const NOTE_MAX_CHARS = 200

/** What is to be mended, field by field: it will stand beside the field that it is about. */
export function MendingNotesEditor({
  rows,
  onChange,
}: {
  rows: readonly NoteRow[]
  onChange: (rows: readonly NoteRow[]) => void
}) {
  const t = useTranslations('application')
  const taken = new Set(rows.map(({ field }) => field))
  const next = FIELDS.find((field) => !taken.has(field))
  const labelOf = (field: ApplicationField) => (field === 'schoolId' ? t('school.label') : t(`fields.${field}`))
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, index) => (
        <div key={row.field} className="grid grid-cols-[9rem_minmax(0,1fr)_2.5rem] items-end gap-2">
          <Select
            label={t('review.field')}
            options={FIELDS.filter((field) => field === row.field || !taken.has(field)).map((id) => ({
              ...{ id, label: labelOf(id) },
            }))}
            value={row.field}
            onChange={(field) => onChange(rows.with(index, { ...row, field }))}
          />
          <TextField
            label={t('review.note')}
            value={row.text}
            maxLength={NOTE_MAX_CHARS}
            onChange={(text) => onChange(rows.with(index, { ...row, text }))}
          />
          <IconButton
            icon={X}
            label={t('review.removeNote')}
            onPress={() => onChange(rows.filter((one) => one !== row))}
          />
        </div>
      ))}
      {next !== undefined && (
        <div>
          <Button size="small" tone="ghost" onPress={() => onChange([...rows, { field: next, text: '' }])}>
            <Icon of={Plus} size="small" />
            {t('review.addNote')}
          </Button>
        </div>
      )}
    </div>
  )
}
