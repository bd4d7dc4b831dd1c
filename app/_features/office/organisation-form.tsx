'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { OrganisationCard } from '#core/contract/http-requests.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { OfficeForm } from './office-form.tsx'
import { useSend } from './use-send.ts'

/** 添一个单位: a school, or the district above schools. */
export function OrganisationForm({ organisations }: { organisations: readonly OrganisationCard[] }) {
  const t = useTranslations('office')
  const router = useRouter()
  const sending = useSend()
  const [kind, setKind] = useState<'school' | 'district'>('school')
  const [name, setName] = useState('')
  const bureau = organisations.find((one) => one.kind === 'city-bureau')
  const [parentId, setParentId] = useState(bureau?.id ?? null)
  const [added, setAdded] = useState<string>()
  const parents = organisations.filter(
    (one) => one.kind === 'city-bureau' || (kind === 'school' && one.kind === 'district'),
  )
  const submit = async () => {
    const made = await sending.send('organisation.add', { kind, name, parentId: parentId ?? '' })
    if (made === null) return
    setAdded(name)
    setName('')
    router.refresh()
  }
  return (
    <OfficeForm
      sending={sending}
      submitLabel={t('organisation.submit')}
      onSubmit={submit}
      result={added !== undefined && t('added', { name: added })}
    >
      <RadioGroup
        label={t('organisation.kind')}
        isRow
        className="col-span-full"
        choices={[
          { id: 'school', label: t('organisation.school') },
          { id: 'district', label: t('organisation.district') },
        ]}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen)
          setParentId(bureau?.id ?? null)
        }}
      />
      <TextField
        label={t('organisation.name')}
        value={name}
        onChange={setName}
        maxLength={40}
        error={sending.errorOf('name')}
      />
      <ComboBox
        label={t('organisation.parent')}
        emptyText={t('none')}
        // Its list is its own; another kind has other parents.
        key={`${kind}-${parents.length}`}
        options={parents.map(({ id, name: label }) => ({ id, label }))}
        value={parentId}
        onChange={setParentId}
        error={sending.errorOf('parentId')}
      />
    </OfficeForm>
  )
}
