'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import type { YearPlanTask } from '#core/contract/year-plans.ts'
import { NumberField } from '#app/_ui/number-field.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { EditSheet } from './edit-sheet.tsx'
import type { Refusal, Send } from './use-year-plan.ts'

const NOBODY = 'nobody'

type TaskSheetProps = {
  planId: string
  itemId: string
  /** Null: a new one. */
  task: YearPlanTask | null
  people: readonly PersonCard[]
  send: Send
  onClose: () => void
}

/** One task: given to somebody, or left for whoever claims it. */
export function TaskSheet({ planId, itemId, task, people, send, onClose }: TaskSheetProps) {
  const t = useTranslations('year-plan.task')
  const [title, setTitle] = useState(task?.title ?? '')
  const [hours, setHours] = useState(task?.hours ?? 2)
  const [assignee, setAssignee] = useState(task?.assignee?.id ?? NOBODY)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const written = {
    ...{ title, hours: Number.isNaN(hours) ? 0 : hours },
    assigneeId: assignee === NOBODY ? null : assignee,
  }
  // Who has left the studio still stands at what they took on.
  const now = task?.assignee ?? null
  const left = now === null || people.some(({ id }) => id === now.id) ? [] : [now]
  const options = [
    { id: NOBODY, label: t('nobody') },
    ...[...people, ...left].map(({ id, name }) => ({ id, label: name })),
  ]
  const save = () =>
    task === null
      ? send('year-plan.add-task', { planId, itemId, task: written })
      : send('year-plan.change-task', { planId, taskId: task.id, version: task.version, task: written })
  return (
    <EditSheet
      title={task === null ? t('new') : t('edit')}
      isComplete={title.trim() !== ''}
      save={save}
      refusal={refusal}
      onRefused={setRefusal}
      onClose={onClose}
      {...(task === null
        ? {}
        : { remove: () => send('year-plan.remove-task', { planId, taskId: task.id, version: task.version }) })}
    >
      <TextField label={t('title')} value={title} onChange={setTitle} maxLength={60} isRequired />
      <NumberField label={t('hours')} minValue={0} maxValue={200} value={hours} onChange={setHours} />
      <Select
        label={t('assignee')}
        options={options}
        value={assignee}
        onChange={setAssignee}
        error={refusal?.field === 'task.assigneeId' ? t('notOfStudio') : undefined}
      />
    </EditSheet>
  )
}
