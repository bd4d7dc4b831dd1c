'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'

const SEARCH_AFTER_MS = 200

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
  const [found, setFound] = useState<readonly PersonCard[]>([])
  const words = query.trim()
  useEffect(() => {
    if (words === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      httpRequest('people.search', { query: words }, { signal: abort.signal }).then(
        ({ people }) => setFound(people),
        () => {
          if (!abort.signal.aborted) setFound([])
        },
      )
    }, SEARCH_AFTER_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words])
  const options = words === '' ? [] : found
  return (
    <ComboBox
      label={label}
      hint={person === null ? t('pickHint') : t('picked', { name: person.name, organisation: person.organisation })}
      emptyText={t('nobody')}
      error={error}
      options={options.map(({ id, name, organisation }) => ({ id, label: name, note: organisation }))}
      value={null}
      onChange={(id) => {
        const chosen = found.find((one) => one.id === id)
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
