'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { NOBODY_SOUGHT, searchPeopleSoon } from '#app/_client/search-people.ts'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Select } from '#app/_ui/select.tsx'
import { FORM_ROLES, personRow, type ActivityFormValues } from './form-values.ts'

type People = ActivityFormValues['people']
type PeopleEditorProps = { people: People; onChange: (people: People) => void }

/** 人员: found by name or school, each with a role. */
export function PeopleEditor({ people, onChange }: PeopleEditorProps) {
  const t = useTranslations('activity.form')
  const roles = useTranslations('common.roles')
  const [query, setQuery] = useState('')
  const [found, setFound] = useState(NOBODY_SOUGHT)
  const words = query.trim()
  useEffect(() => searchPeopleSoon(words, setFound), [words])
  const answer = found.hasFailed ? t('searchFailed') : t('personNone')
  const chosen = new Set(people.map(({ personId }) => personId))
  const add = (id: string | null) => {
    const person = found.people.find((one) => one.id === id)
    if (person === undefined) return
    onChange([...people, personRow(person, 'presenter')])
    setQuery('')
  }
  return (
    <>
      <ComboBox
        label={t('person')}
        hint={t('personHint')}
        emptyText={found.words === words ? answer : t('personSearching')}
        options={found.people
          .filter(({ id }) => !chosen.has(id))
          .map(({ id, name, organisation }) => ({ id, label: name, note: organisation }))}
        value={null}
        onChange={add}
        inputValue={query}
        onInputChange={setQuery}
        className="max-w-100"
      />
      {people.length > 0 && (
        <ul className="mt-4">
          {people.map((person) => (
            <li
              key={person.personId}
              className="flex items-center gap-4 border-b border-line py-3 phone:flex-wrap phone:gap-y-1"
            >
              <span className="flex-1 phone:basis-full">
                <b className="font-medium">{person.name}</b>
                <span className="ml-3 text-meta text-ink-3">{person.organisation}</span>
              </span>
              <Select
                label={<span className="sr-only">{t('role', { name: person.name })}</span>}
                options={FORM_ROLES.map((role) => ({ id: role, label: roles(role) }))}
                value={person.role}
                onChange={(role) =>
                  onChange(people.map((one) => (one.personId === person.personId ? { ...one, role } : one)))
                }
                className="w-36 phone:flex-1"
              />
              <IconButton
                icon={X}
                label={t('personRemove', { name: person.name })}
                onPress={() => onChange(people.filter(({ personId }) => personId !== person.personId))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
