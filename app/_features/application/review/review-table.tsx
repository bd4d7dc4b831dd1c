import { useTranslations } from 'next-intl'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Empty } from '#app/_ui/empty.tsx'
import { HeadCell, Table } from '#app/_ui/table.tsx'
import { ReviewRow } from './review-row.tsx'
import type { ReviewAct, ReviewState } from './review-state.ts'

type ReviewTableProps = { shown: ReviewState; nowEpochMs: number; act: (act: ReviewAct) => void }

export function ReviewTable({ shown, nowEpochMs, act }: ReviewTableProps) {
  const t = useTranslations('application.review')
  const { items, selected, currentId } = shown
  if (items.length === 0)
    return (
      <Empty size="part" headingLevel={2} title={t('empty')}>
        {t('emptyText')}
      </Empty>
    )
  const isDecidable = items.some(({ decisions }) => decisions.length > 0)
  const areAll = selected.size === items.length
  return (
    <Table>
      <thead>
        <tr>
          {isDecidable && (
            <HeadCell className="w-10">
              <Checkbox
                aria-label={t('selectAll')}
                isSelected={areAll}
                isIndeterminate={selected.size > 0 && !areAll}
                onChange={(isOn) => act({ type: isOn ? 'select-all' : 'select-none' })}
              />
            </HeadCell>
          )}
          <HeadCell>{t('columns.name')}</HeadCell>
          <HeadCell className="phone:hidden">{t('columns.subject')}</HeadCell>
          <HeadCell className="phone:hidden">{t('columns.district')}</HeadCell>
          <HeadCell className="phone:hidden">{t('columns.check')}</HeadCell>
          <HeadCell align="right">{t(isDecidable ? 'columns.waited' : 'columns.since')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((card) => (
          <ReviewRow
            key={card.applicationId}
            card={card}
            isSelected={selected.has(card.applicationId)}
            isCurrent={card.applicationId === currentId}
            nowEpochMs={nowEpochMs}
            onToggle={() => act({ type: 'toggle', applicationId: card.applicationId })}
            onLook={() => act({ type: 'look', applicationId: card.applicationId })}
          />
        ))}
      </tbody>
    </Table>
  )
}
