import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ApplicationCard } from '#core/contract/applications.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Link } from '#app/_ui/link.tsx'
import { StatusWord } from '#app/_ui/status-word.tsx'
import { Cell, Row } from '#app/_ui/table.tsx'
import { daysSince, LONG_WAIT_DAYS } from '#core/domain/waiting/waited.ts'

type ReviewRowProps = {
  card: ApplicationCard
  isSelected: boolean
  isCurrent: boolean
  nowEpochMs: number
  onToggle: () => void
  onLook: () => void
}

/** One application of the list. On smaller screens the name leads to its page. */
export function ReviewRow({ card, isSelected, isCurrent, nowEpochMs, onToggle, onLook }: ReviewRowProps) {
  const t = useTranslations('application.review')
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const days = daysSince(card.since, nowEpochMs)
  const isDecidable = card.decisions.length > 0
  return (
    <Row ref={row} isSelected={isSelected} isCurrent={isCurrent} onClick={onLook} className="cursor-default">
      {isDecidable && (
        <Cell className="w-10">
          <Checkbox aria-label={t('select', { name: card.name })} isSelected={isSelected} onChange={onToggle} />
        </Cell>
      )}
      <Cell className="phone:py-2">
        <Link href={`/office/applications/${card.applicationId}`} className="font-medium hovered:text-bamboo">
          {card.name}
        </Link>
        <span className="block text-meta text-ink-3 desk:hidden">
          {card.subject}·{card.schoolName}
        </span>
      </Cell>
      <Cell className="phone:hidden">{card.subject}</Cell>
      <Cell className="phone:hidden">{card.district === '' ? t('cityOwn') : card.district}</Cell>
      <Cell className="phone:hidden">
        <RowCheck card={card} />
      </Cell>
      <Cell align="right" className={days >= LONG_WAIT_DAYS && isDecidable ? 'text-ochre' : 'text-ink-2'}>
        {days === 0 ? t('today') : t('days', { days })}
      </Cell>
    </Row>
  )
}

/** 核对: what somebody who decides would look up. */
function RowCheck({ card: { hasTitle, timesReturned, level, kind } }: { card: ApplicationCard }) {
  const t = useTranslations('application.review')
  const levels = useTranslations('common.levels')
  const kinds = useTranslations('application.kinds')
  const title = { level: levels(level), kind: kinds(kind) }
  if (!hasTitle)
    return (
      <StatusWord tone="warning" icon={TriangleAlert}>
        {t('noTitle', title)}
      </StatusWord>
    )
  return (
    <StatusWord tone="good" icon={Check}>
      {timesReturned === 0 ? t('hasTitle', title) : t('mended', { ...title, times: timesReturned })}
    </StatusWord>
  )
}
