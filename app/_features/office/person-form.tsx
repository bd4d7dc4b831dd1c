'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { OrganisationCard, PasswordLink } from '#core/contract/http-requests.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { LinkNote } from './link-note.tsx'
import { OfficeForm } from './office-form.tsx'
import { useSend } from './use-send.ts'

type PersonFormProps = {
  organisations: readonly OrganisationCard[]
  /** Where people open the product. */
  origin: string
}

/** 添一个人: who gets a link to choose the password with. */
export function PersonForm({ organisations, origin }: PersonFormProps) {
  const t = useTranslations('office')
  const router = useRouter()
  const sending = useSend()
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const [role, setRole] = useState<'teacher' | 'office'>('teacher')
  const [invited, setInvited] = useState<PasswordLink & { name: string }>()
  const submit = async () => {
    const input = { name, username, organisationId: organisationId ?? '', role }
    const made = await sending.send('person.add', input)
    if (made === null) return
    setInvited({ ...made, name })
    setName('')
    setUsername('')
    router.refresh()
  }
  return (
    <OfficeForm
      sending={sending}
      submitLabel={t('person.submit')}
      onSubmit={submit}
      result={invited !== undefined && <LinkNote {...invited} origin={origin} />}
    >
      <TextField
        label={t('person.name')}
        value={name}
        onChange={setName}
        maxLength={20}
        error={sending.errorOf('name')}
      />
      <TextField
        label={t('person.username')}
        hint={t('person.usernameHint')}
        value={username}
        onChange={setUsername}
        autoComplete="off"
        spellCheck="false"
        maxLength={30}
        error={sending.errorOf('taken') ?? sending.errorOf('username')}
      />
      <ComboBox
        label={t('person.organisation')}
        emptyText={t('none')}
        key={organisations.length}
        options={organisations.map(({ id, name: label }) => ({ id, label }))}
        value={organisationId}
        onChange={setOrganisationId}
        error={sending.errorOf('organisationId')}
      />
      <RadioGroup
        label={t('person.role')}
        choices={[
          { id: 'teacher', label: t('person.teacher') },
          { id: 'office', label: t('person.office'), note: t('person.officeNote') },
        ]}
        value={role}
        onChange={setRole}
      />
    </OfficeForm>
  )
}
