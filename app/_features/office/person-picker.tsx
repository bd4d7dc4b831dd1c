'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { NOBODY_SOUGHT, searchPeopleSoon } from '#app/_client/search-people.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'

type PersonPickerProps = {
  label: string
  person: PersonCard | null
  onChange: (person: PersonCard) => void
  error: string | undefined
}

/** One person, found by the beginning of name or school. */
export function PersonPicker({ label, person, onChange, error }: PersonPickerProps) {
  const t = useTranslations('office')
  const [query, setQuery] = useState('')
  const [found, setFound] = useState(NOBODY_SOUGHT)
  const words = query.trim()
  useEffect(() => searchPeopleSoon(words, setFound), [words])
  const answer = found.hasFailed ? t('searchFailed') : t('nobody')
  const emptyText = found.words === words ? answer : t('searching')
  return (
    <ComboBox
      label={label}
      hint={person === null ? t('pickHint') : t('picked', { name: person.name, organisation: person.organisation })}
      emptyText={emptyText}
      error={error}
      options={found.people.map(({ id, name, organisation }) => ({ id, label: name, note: organisation }))}
      value={null}
      onChange={(id) => {
        const chosen = found.people.find((one) => one.id === id)
        if (chosen === undefined) return
        onChange(chosen)
        // Empty again, so that the list shuts; who was chosen stands below.
        setQuery('')
      }}
      inputValue={query}
      onInputChange={setQuery}
    />
  )
}
