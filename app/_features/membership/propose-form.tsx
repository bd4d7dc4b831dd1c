'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { Button } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TeacherPicker } from './teacher-picker.tsx'
import type { Act } from './use-acts.ts'

type ProposeFormProps = { studioId: string; isFull: boolean; isBusy: boolean; act: Act }

/** 提名: whom, and why. */
export function ProposeForm({ studioId, isFull, isBusy, act }: ProposeFormProps) {
  const t = useTranslations('membership.propose')
  const [teacher, setTeacher] = useState<PersonCard | null>(null)
  const [reason, setReason] = useState('')
  if (isFull) return <p className="text-ochre">{t('full')}</p>
  const propose = async () => {
    if (teacher === null) return
    if ((await act('membership.propose', { studioId, personId: teacher.id, reason })) === null) return
    setTeacher(null)
    setReason('')
  }
  return (
    <div className="flex max-w-120 flex-col items-start gap-4 [&>*:not(button)]:w-full">
      <TeacherPicker teacher={teacher} onChange={setTeacher} />
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        rows={3}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <Button
        tone="primary"
        isDisabled={teacher === null || reason.trim() === ''}
        onPress={() => void propose()}
        busyLabel={isBusy ? t('busy') : undefined}
      >
        {t('submit')}
      </Button>
    </div>
  )
}
