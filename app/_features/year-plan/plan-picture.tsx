import { useLocale, useTranslations } from 'next-intl'
import type { ItemProgress, YearPlan } from '#core/contract/year-plans.ts'
import { monthWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { TextLink } from '#app/_ui/text-link.tsx'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
/** Told apart by form as well as by colour. */
const STROKES: Record<ItemProgress, string> = {
  held: 'h-8 bg-bamboo',
  announced: 'h-8 border border-bamboo',
  late: 'h-8 border border-dashed border-ochre',
  planned: 'h-4 bg-ink-4',
}

/** The year as twelve months of bamboo slips: a full one for what was held. Each number leads to what it counts. */
export function PlanPicture({ plan, here }: { plan: YearPlan; here: string }) {
  const t = useTranslations('year-plan.progress')
  const locale = useLocale()
  const { items, held, announced, late } = plan.progress
  const numbers = [
    { show: 'held', text: t('heldOf', { held, items }), tone: 'text-ink' },
    { show: 'announced', text: t('announcedCount', { count: announced }), tone: 'text-ink-2' },
    { show: 'late', text: t('lateCount', { count: late }), tone: 'text-ochre' },
  ].filter(({ show }) => show === 'held' || (show === 'announced' ? announced : late) > 0)
  return (
    <div className="max-w-160 pb-8">
      <p className="flex flex-wrap gap-x-5 pb-3">
        {numbers.map(({ show, text, tone }) => (
          <TextLink key={show} href={`${here}&show=${show}`} tone="quiet" className={tone}>
            {text}
          </TextLink>
        ))}
      </p>
      <ol aria-hidden className="grid grid-cols-12 border-b border-line-2">
        {MONTHS.map((month) => (
          <li key={month} className="flex h-8 items-end gap-[3px] overflow-hidden">
            {plan.items
              .filter((item) => item.month === month)
              .map(({ id, progress }) => (
                <span key={id} className={classNames('stays-drawn w-[5px] rounded-paper', STROKES[progress])} />
              ))}
          </li>
        ))}
      </ol>
      <ol aria-hidden className="grid grid-cols-12 pt-1 text-caption text-ink-3">
        {MONTHS.map((month) => (
          <li key={month} className="whitespace-nowrap">
            <span className="phone:hidden">{monthWords(month - 1, locale)}</span>
            <span className="desk:hidden">{month}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
