'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import type { YearPlanTask, YearPlanTaskInput } from '#core/contract/year-plans.ts'
import { NumberField } from '#app/_ui/number-field.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { EditSheet } from './edit-sheet.tsx'
import { usePatch } from './use-patch.ts'
import type { Refusal, Send } from './use-year-plan.ts'

const NOBODY = 'nobody'

type TaskSheetProps = {
  planId: string
  itemId: string
  /** Null: a new one, or one that somebody else has removed meanwhile. */
  task: YearPlanTask | null
  isNew: boolean
  people: readonly PersonCard[]
  send: Send
  onClose: () => void
}

/** One task: given to somebody, or left for whoever claims it. */
export function TaskSheet({ planId, itemId, task, isNew, people, send, onClose }: TaskSheetProps) {
  const t = useTranslations('year-plan.task')
  const [opened] = useState(task)
  const { title, hours, assignee } = task ?? opened ?? { title: '', hours: 2, assignee: null }
  const { values, change, contested } = usePatch<YearPlanTaskInput>({ title, hours, assigneeId: assignee?.id ?? null })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // Who has left the studio still stands at what they took on.
  const left = assignee === null || people.some(({ id }) => id === assignee.id) ? [] : [assignee]
  const options = [
    { id: NOBODY, label: t('nobody') },
    ...[...people, ...left].map(({ id, name }) => ({ id, label: name })),
  ]
  const theirs: Record<keyof YearPlanTaskInput, string> = {
    ...{ title, hours: String(hours) },
    assigneeId: assignee?.name ?? t('nobody'),
  }
  const save = () =>
    task === null
      ? send('year-plan.add-task', { planId, itemId, task: values })
      : send('year-plan.change-task', { planId, taskId: task.id, version: task.version, task: values })
  return (
    <EditSheet
      title={isNew ? t('new') : t('edit')}
      isComplete={values.title.trim() !== ''}
      save={save}
      refusal={refusal}
      onRefused={setRefusal}
      onClose={onClose}
      isGone={!isNew && task === null}
      theirs={contested.map((field) => t('theirs', { field: t(field), text: theirs[field] }))}
      remove={
        task === null
          ? undefined
          : () => send('year-plan.remove-task', { planId, taskId: task.id, version: task.version })
      }
    >
      <TextField
        label={t('title')}
        value={values.title}
        onChange={(text) => change({ title: text })}
        maxLength={60}
        isRequired
      />
      <NumberField
        label={t('hours')}
        minValue={0}
        maxValue={200}
        value={values.hours}
        onChange={(number) => change({ hours: Number.isNaN(number) ? 0 : number })}
      />
      <Select
        label={t('assigneeId')}
        options={options}
        value={values.assigneeId ?? NOBODY}
        onChange={(chosen) => change({ assigneeId: chosen === NOBODY ? null : chosen })}
        error={refusal?.field === 'task.assigneeId' ? t('notOfStudio') : undefined}
      />
    </EditSheet>
  )
}
