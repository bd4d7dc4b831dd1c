'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { YearPlanItem, YearPlanItemInput } from '#core/contract/year-plans.ts'
import { monthWords } from '#core/domain/activity/time-words.ts'
import { NumberField } from '#app/_ui/number-field.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { EditSheet } from './edit-sheet.tsx'
import { usePatch } from './use-patch.ts'
import type { Refusal, Send, YearPlanView } from './use-year-plan.ts'

const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

type ItemSheetProps = {
  planId: string
  /** Null: a new one, or one that somebody else has removed meanwhile. */
  item: YearPlanItem | null
  isNew: boolean
  monthForNew: number
  view: Pick<YearPlanView, 'kinds' | 'may'>
  send: Send
  onClose: () => void
}

const none = (number: number) => (Number.isNaN(number) ? null : number)

/** One activity of the plan, being written. */
export function ItemSheet({ planId, item, isNew, monthForNew, view, send, onClose }: ItemSheetProps) {
  const t = useTranslations('year-plan.item')
  const kindWords = useTranslations('common.kinds')
  const locale = useLocale()
  const [opened] = useState<YearPlanItemInput>(
    () =>
      item ?? { kind: view.kinds[0] ?? 'lesson-study', title: '', month: monthForNew, day: null, place: '', hours: 2 },
  )
  const { kind, title, month, day, place, hours } = item ?? opened
  const { values, change, contested } = usePatch<YearPlanItemInput>({ kind, title, month, day, place, hours })
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isFiled = view.may.write === 'after-filing'
  const why = isFiled ? { reason } : {}
  const month_ = (number: number) => monthWords(number - 1, locale)
  const theirs: Record<keyof YearPlanItemInput, string> = {
    ...{ title, place, kind: kindWords(kind), month: month_(month), hours: String(hours) },
    day: day === null ? t('noDay') : String(day),
  }
  const save = () =>
    item === null
      ? send('year-plan.add-item', { planId, item: values, ...why })
      : send('year-plan.change-item', { planId, itemId: item.id, version: item.version, item: values, ...why })
  return (
    <EditSheet
      title={isNew ? t('new') : t('edit')}
      isComplete={values.title.trim() !== '' && (!isFiled || reason.trim() !== '')}
      save={save}
      refusal={refusal}
      onRefused={setRefusal}
      onClose={onClose}
      isGone={!isNew && item === null}
      theirs={contested.map((field) => t('theirs', { field: t(field), text: theirs[field] }))}
      remove={
        item === null || (isFiled && reason.trim() === '')
          ? undefined
          : () => send('year-plan.remove-item', { planId, itemId: item.id, version: item.version, ...why })
      }
    >
      <TextField
        label={t('title')}
        value={values.title}
        onChange={(text) => change({ title: text })}
        maxLength={60}
        isRequired
      />
      <Select
        label={t('kind')}
        options={view.kinds.map((one) => ({ id: one, label: kindWords(one) }))}
        value={values.kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      <Select
        label={t('month')}
        options={MONTHS.map((one) => ({ id: one, label: month_(Number(one)) }))}
        value={MONTHS[values.month - 1] ?? '1'}
        onChange={(chosen) => change({ month: Number(chosen) })}
      />
      <NumberField
        label={t('day')}
        hint={t('dayHint')}
        minValue={1}
        maxValue={31}
        value={values.day ?? Number.NaN}
        onChange={(number) => change({ day: none(number) })}
        error={refusal?.field === 'item.day' ? t('noSuchDay') : undefined}
      />
      <TextField label={t('place')} value={values.place} onChange={(text) => change({ place: text })} maxLength={40} />
      <NumberField
        label={t('hours')}
        minValue={0}
        maxValue={200}
        value={values.hours}
        onChange={(number) => change({ hours: none(number) ?? 0 })}
      />
      {isFiled && (
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={80}
          isRequired
          error={refusal?.field === 'reason' ? t('reasonNeeded') : undefined}
        />
      )}
    </EditSheet>
  )
}
