'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActivityKind } from '#core/contract/activity.ts'
import type { YearPlanItem } from '#core/contract/year-plans.ts'
import { monthWords } from '#core/domain/activity/time-words.ts'
import { NumberField } from '#app/_ui/number-field.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { EditSheet } from './edit-sheet.tsx'
import type { Refusal, Send } from './use-year-plan.ts'

const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

type ItemSheetProps = {
  planId: string
  /** Null: a new one. */
  item: YearPlanItem | null
  kinds: readonly ActivityKind[]
  send: Send
  onClose: () => void
}

/** One activity of the plan, being written. */
export function ItemSheet({ planId, item, kinds, send, onClose }: ItemSheetProps) {
  const t = useTranslations('year-plan.item')
  const kindWords = useTranslations('common.kinds')
  const locale = useLocale()
  const [kind, setKind] = useState<ActivityKind>(item?.kind ?? kinds[0] ?? 'lesson-study')
  const [title, setTitle] = useState(item?.title ?? '')
  const [month, setMonth] = useState<(typeof MONTHS)[number]>(MONTHS[(item?.month ?? 1) - 1] ?? '1')
  const [day, setDay] = useState<number>(item?.day ?? Number.NaN)
  const [place, setPlace] = useState(item?.place ?? '')
  const [hours, setHours] = useState(item?.hours ?? 2)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const written = {
    ...{ kind, title, place, month: Number(month), day: Number.isNaN(day) ? null : day },
    hours: Number.isNaN(hours) ? 0 : hours,
  }
  const save = () =>
    item === null
      ? send('year-plan.add-item', { planId, item: written })
      : send('year-plan.change-item', { planId, itemId: item.id, version: item.version, item: written })
  return (
    <EditSheet
      title={item === null ? t('new') : t('edit')}
      isComplete={title.trim() !== ''}
      save={save}
      refusal={refusal}
      onRefused={setRefusal}
      onClose={onClose}
      {...(item === null
        ? {}
        : { remove: () => send('year-plan.remove-item', { planId, itemId: item.id, version: item.version }) })}
    >
      <TextField label={t('title')} value={title} onChange={setTitle} maxLength={60} isRequired />
      <Select
        label={t('kind')}
        options={kinds.map((one) => ({ id: one, label: kindWords(one) }))}
        value={kind}
        onChange={setKind}
      />
      <Select
        label={t('month')}
        options={MONTHS.map((one) => ({ id: one, label: monthWords(Number(one) - 1, locale) }))}
        value={month}
        onChange={setMonth}
      />
      <NumberField
        label={t('day')}
        hint={t('dayHint')}
        minValue={1}
        maxValue={31}
        value={day}
        onChange={setDay}
        error={refusal?.field === 'item.day' ? t('noSuchDay') : undefined}
      />
      <TextField label={t('place')} value={place} onChange={setPlace} maxLength={40} />
      <NumberField label={t('hours')} minValue={0} maxValue={200} value={hours} onChange={setHours} />
    </EditSheet>
  )
}
