'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { NOBODY_SOUGHT, searchPeopleSoon } from '#app/_client/search-people.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'

type TeacherPickerProps = { teacher: PersonCard | null; onChange: (teacher: PersonCard) => void }

/** The teacher to be proposed, found by name, pinyin or school. */
export function TeacherPicker({ teacher, onChange }: TeacherPickerProps) {
  const t = useTranslations('membership.propose')
  const [query, setQuery] = useState('')
  const [found, setFound] = useState(NOBODY_SOUGHT)
  const words = query.trim()
  useEffect(() => searchPeopleSoon(words, setFound), [words])
  const answer = found.hasFailed ? t('searchFailed') : t('nobody')
  return (
    <ComboBox
      label={t('who')}
      hint={teacher === null ? t('whoHint') : t('picked', { name: teacher.name, organisation: teacher.organisation })}
      emptyText={found.words === words ? answer : t('searching')}
      options={found.people.map(({ id, name, organisation }) => ({ id, label: name, note: organisation }))}
      value={null}
      onChange={(id) => {
        const chosen = found.people.find((one) => one.id === id)
        if (chosen === undefined) return
        onChange(chosen)
        setQuery('')
      }}
      inputValue={query}
      onInputChange={setQuery}
    />
  )
}
