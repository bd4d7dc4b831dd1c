import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SchoolCard } from '#core/contract/applications.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'

const SEARCH_AFTER_MS = 200

type SchoolPickerProps = {
  /** Of the school that is chosen; empty where none is. */
  schoolName: string
  onChange: (school: SchoolCard) => void
  error: string | undefined
  note: string | undefined
}

type Found = { words: string; schools: readonly SchoolCard[]; hasFailed: boolean }
const NOTHING: Found = { words: '', schools: [], hasFailed: false }

/** The host school, found by parts of its name or district. */
export function SchoolPicker({ schoolName, onChange, error, note }: SchoolPickerProps) {
  const t = useTranslations('application.school')
  const [query, setQuery] = useState('')
  const [found, setFound] = useState(NOTHING)
  const words = query.trim()
  useEffect(() => {
    if (words === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      httpRequest('application.schools', { query: words.slice(0, 40) }, { signal: abort.signal }).then(
        ({ schools }) => setFound({ words, schools, hasFailed: false }),
        () => {
          if (!abort.signal.aborted) setFound({ words, schools: [], hasFailed: true })
        },
      )
    }, SEARCH_AFTER_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words])
  const answer = found.hasFailed ? t('failed') : t('none')
  return (
    <ComboBox
      label={t('label')}
      hint={note ?? (schoolName === '' ? t('hint') : t('chosen', { name: schoolName }))}
      emptyText={found.words === words ? answer : t('searching')}
      error={error}
      options={(found.words === words ? found.schools : []).map(({ id, name, district }) => ({
        ...{ id, label: name, note: district },
      }))}
      value={null}
      onChange={(id) => {
        const school = found.schools.find((one) => one.id === id)
        if (school === undefined) return
        onChange(school)
        setQuery('')
      }}
      inputValue={query}
      onInputChange={setQuery}
    />
  )
}
