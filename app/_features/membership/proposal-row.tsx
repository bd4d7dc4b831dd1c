'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ProposalToDecide } from '#core/contract/memberships.ts'
import { dateWords } from '#core/domain/activity/time-words.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { StatusWord } from '#app/_ui/status-word.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type ProposalRowProps = { proposal: ProposalToDecide; isChosen: boolean; onChoose: (isChosen: boolean) => void }

/** One who waits for the office: who, into which studio, why, and what to look at before. */
export function ProposalRow({ proposal, isChosen, onChoose }: ProposalRowProps) {
  const t = useTranslations('membership.decide')
  const locale = useLocale()
  const { person, studio, reason, proposedAt, places, elsewhere } = proposal
  const isFull = places.taken >= places.limit
  const doubt = isFull
    ? t('full', places)
    : elsewhere.length > 0
      ? t('elsewhere', { studios: elsewhere.join('、') })
      : null
  return (
    <li className="flex items-start gap-3 border-b border-line py-3">
      <Checkbox aria-label={t('choose', { name: person.name })} isSelected={isChosen} onChange={onChoose} />
      <span className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 desk:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_auto]">
        <span>
          <b className="font-medium">{person.name}</b>
          <span className="block text-meta text-ink-3">
            {person.district === null ? person.organisation : `${person.organisation}·${person.district}`}
          </span>
        </span>
        <span className="min-w-0">
          <TextLink href={`/studios/${studio.id}`}>{studio.name}</TextLink>
          <span className="block text-meta text-ink-2">{reason}</span>
        </span>
        <span className="flex flex-col items-start gap-0.5 desk:items-end">
          <StatusWord tone={doubt === null ? 'good' : 'warning'} icon={doubt === null ? Check : TriangleAlert}>
            {doubt ?? t('fits', places)}
          </StatusWord>
          <time dateTime={proposedAt} className="text-meta text-ink-3">
            {dateWords(Date.parse(proposedAt), locale)}
          </time>
        </span>
      </span>
    </li>
  )
}
