'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import type { PasswordLink } from '#core/contract/http-requests.ts'
import { LinkNote } from './link-note.tsx'
import { OfficeForm } from './office-form.tsx'
import { PersonPicker } from './person-picker.tsx'
import { useSend } from './use-send.ts'

/** 补发链接: for who has lost the link, or the password. */
export function RenewForm({ origin }: { origin: string }) {
  const t = useTranslations('office')
  const sending = useSend()
  const [person, setPerson] = useState<PersonCard | null>(null)
  const [renewed, setRenewed] = useState<PasswordLink & { name: string }>()
  const submit = async () => {
    const made = await sending.send('person.renew-link', { personId: person?.id ?? '' })
    if (made !== null && person !== null) setRenewed({ ...made, name: person.name })
  }
  return (
    <OfficeForm
      sending={sending}
      submitLabel={t('renew.submit')}
      onSubmit={submit}
      result={renewed !== undefined && <LinkNote {...renewed} origin={origin} />}
    >
      <PersonPicker
        label={t('renew.person')}
        person={person}
        onChange={setPerson}
        error={sending.errorOf('personId')}
      />
    </OfficeForm>
  )
}
