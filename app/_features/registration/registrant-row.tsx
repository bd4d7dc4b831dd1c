'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Registrant } from '#core/contract/registrations.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'

type RegistrantRowProps = {
  registrant: Registrant
  isChosen: boolean
  /** Left out where nothing can be decided. */
  onChoose: ((isChosen: boolean) => void) | undefined
}

/** One who registered: who, from where, since when, how they stand. */
export function RegistrantRow({ registrant: { person, state, askedAt }, isChosen, onChoose }: RegistrantRowProps) {
  const t = useTranslations('registration')
  const locale = useLocale()
  const at = Date.parse(askedAt)
  return (
    <li className="flex items-start gap-3 border-b border-line py-2.5">
      {onChoose !== undefined && (
        <Checkbox aria-label={t('list.choose', { name: person.name })} isSelected={isChosen} onChange={onChoose} />
      )}
      <span className="grid min-w-0 flex-1 gap-x-4 desk:grid-cols-[8rem_minmax(0,1fr)_9rem_5rem]">
        <span className="font-medium">{person.name}</span>
        <span className="text-ink-2">
          {person.district === null ? person.organisation : `${person.organisation}·${person.district}`}
        </span>
        <time dateTime={askedAt} className="text-meta leading-6 text-ink-3">
          {dayWords(at, locale)} {clockWords(at)}
        </time>
        <span className={state === 'asked' ? 'text-ochre' : 'text-ink-2'}>{t(`states.${state}`)}</span>
      </span>
    </li>
  )
}
