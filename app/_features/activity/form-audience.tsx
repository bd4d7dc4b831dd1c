'use client'

import { useTranslations } from 'next-intl'
import { activityVenue } from '#core/contract/activity.ts'
import { schoolStage, schoolSubject } from '#core/contract/schooling.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { ActivityFormValues } from './form-values.ts'

type PartProps = { values: ActivityFormValues; onChange: (patch: Partial<ActivityFormValues>) => void }

/** 线上, 到校, or both; where one has to go for the latter. */
export function WherePart({
  values,
  onChange,
  errorOf,
}: PartProps & { errorOf: (field: string) => string | undefined }) {
  const t = useTranslations('activity.form')
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <RadioGroup
        isRow
        label={t('venue')}
        choices={activityVenue.shape.mode.options.map((id) => ({ id, label: t(`venues.${id}`) }))}
        value={values.venueMode}
        onChange={(venueMode) => onChange({ venueMode })}
      />
      {values.venueMode !== 'online' && (
        <TextField
          label={t('where')}
          hint={t('whereHint')}
          value={values.where}
          onChange={(where) => onChange({ where })}
          error={errorOf('where')}
        />
      )}
    </div>
  )
}

const toggled = <Value,>(all: readonly Value[], chosen: readonly Value[], value: Value, isOn: boolean) =>
  all.filter((one) => (one === value ? isOn : chosen.includes(one)))

/** Subjects and stages that it is meant for; nothing chosen is everybody. */
export function AudiencePart({ values, onChange }: PartProps) {
  const t = useTranslations('activity.form')
  const boxes = <Value extends string>(
    label: string,
    { all, chosen, choose }: { all: readonly Value[]; chosen: readonly Value[]; choose: (chosen: Value[]) => void },
  ) => (
    <div role="group" aria-label={label}>
      <p className="mb-1.5 text-meta leading-5.5 text-ink-2">{label}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2 phone:gap-y-3">
        {all.map((value) => (
          <Checkbox
            key={value}
            isSelected={chosen.includes(value)}
            onChange={(isOn) => choose(toggled(all, chosen, value, isOn))}
          >
            {value}
          </Checkbox>
        ))}
      </div>
    </div>
  )
  const { subjects, stages } = values
  return (
    <div className="flex max-w-160 flex-col gap-5">
      {boxes(t('stages'), {
        all: schoolStage.options,
        chosen: stages,
        choose: (chosen) => onChange({ stages: chosen }),
      })}
      {boxes(t('subjects'), {
        all: schoolSubject.options,
        chosen: subjects,
        choose: (chosen) => onChange({ subjects: chosen }),
      })}
    </div>
  )
}
