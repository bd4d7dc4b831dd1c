'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { NOBODY_SOUGHT, searchPeopleSoon } from '#app/_client/search-people.ts'
import { useAct } from '#app/_i18n/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'

/** Asks teachers to come: found by name or school, gathered, and told together. */
export function InvitePeople({ activityId, invited }: { activityId: string; invited: number }) {
  const t = useTranslations('registration.invite')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState(NOBODY_SOUGHT)
  const [chosen, setChosen] = useState<readonly PersonCard[]>([])
  const words = query.trim()
  useEffect(() => searchPeopleSoon(words, setFound), [words])
  const add = (id: string | null) => {
    const person = found.people.find((one) => one.id === id)
    if (person === undefined) return
    setChosen([...chosen, person])
    setQuery('')
  }
  const send = async () => {
    const personIds = chosen.map(({ id }) => id)
    if ((await act('registrations.invite', { activityId, personIds })) === null) return
    setChosen([])
    router.refresh()
  }
  return (
    <section aria-label={t('title')} className="mb-6 border-b border-line-2 pb-5">
      <h2 className="font-song text-read font-semibold">{t('title')}</h2>
      <p className="pb-3 text-meta text-ink-3">{t('lead', { invited })}</p>
      <ComboBox
        label={t('person')}
        emptyText={found.words === words ? t('none') : t('searching')}
        options={found.people
          .filter(({ id }) => chosen.every((one) => one.id !== id))
          .map(({ id, name, organisation }) => ({ id, label: name, note: organisation }))}
        value={null}
        onChange={add}
        inputValue={query}
        onInputChange={setQuery}
        className="max-w-100"
      />
      {chosen.length > 0 && (
        <div className="pt-3">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-3">
            {chosen.map(({ id, name, organisation }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-label={t('remove', { name })}
                  onClick={() => setChosen(chosen.filter((one) => one.id !== id))}
                  className="touch-area text-ink-2 hovered:text-ochre hovered:line-through"
                >
                  {name} <span className="text-meta text-ink-3">{organisation}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button tone="primary" size="small" busyLabel={isBusy ? t('busy') : undefined} onPress={() => void send()}>
            {t('send', { count: chosen.length })}
          </Button>
        </div>
      )}
      {failure !== undefined && <ErrorNotice className="mt-3">{failure.message}</ErrorNotice>}
    </section>
  )
}
