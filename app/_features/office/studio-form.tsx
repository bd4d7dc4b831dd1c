'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonCard, TitleLevel } from '#core/contract/activity.ts'
import type { OrganisationCard } from '#core/contract/http-requests.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { OfficeForm } from './office-form.tsx'
import { PersonPicker } from './person-picker.tsx'
import { useSend } from './use-send.ts'

const KINDS = ['teacher', 'principal'] as const
const LEVELS = ['city', 'district', 'qilu'] as const satisfies readonly TitleLevel[]

/** 开一个工作室, with its master. */
export function StudioForm({ organisations }: { organisations: readonly OrganisationCard[] }) {
  const t = useTranslations('office')
  const levels = useTranslations('common.levels')
  const sending = useSend()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('teacher')
  const [level, setLevel] = useState<TitleLevel>('city')
  const [subject, setSubject] = useState('')
  const [schoolId, setSchoolId] = useState<string | null>(null)
  const [master, setMaster] = useState<PersonCard | null>(null)
  const [opened, setOpened] = useState<{ studioId: string; name: string }>()
  const submit = async () => {
    const input = { name, kind, level, subject, schoolId: schoolId ?? '', masterId: master?.id ?? '' }
    const made = await sending.send('studio.open', input)
    if (made === null) return
    setOpened({ ...made, name })
    setName('')
    setSubject('')
  }
  return (
    <OfficeForm
      sending={sending}
      submitLabel={t('studio.submit')}
      onSubmit={submit}
      result={
        opened !== undefined && <TextLink href={`/studios/${opened.studioId}`}>{t('studio.opened', opened)}</TextLink>
      }
    >
      <TextField
        label={t('studio.name')}
        value={name}
        onChange={setName}
        maxLength={30}
        error={sending.errorOf('name')}
      />
      <TextField
        label={t('studio.subject')}
        hint={t('studio.subjectHint')}
        value={subject}
        onChange={setSubject}
        maxLength={20}
        error={sending.errorOf('subject')}
      />
      <RadioGroup
        label={t('studio.kind')}
        isRow
        choices={KINDS.map((id) => ({ id, label: t(`studio.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      <RadioGroup
        label={t('studio.level')}
        isRow
        choices={LEVELS.map((id) => ({ id, label: levels(id) }))}
        value={level}
        onChange={setLevel}
      />
      <ComboBox
        label={t('studio.school')}
        emptyText={t('none')}
        key={organisations.length}
        options={organisations.filter((one) => one.kind === 'school').map(({ id, name: label }) => ({ id, label }))}
        value={schoolId}
        onChange={setSchoolId}
        error={sending.errorOf('schoolId')}
      />
      <PersonPicker
        label={t('studio.master')}
        person={master}
        onChange={setMaster}
        error={sending.errorOf('masterId')}
      />
    </OfficeForm>
  )
}
