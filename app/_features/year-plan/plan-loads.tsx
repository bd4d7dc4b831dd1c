'use client'

import { useTranslations } from 'next-intl'
import type { MemberLoad } from '#core/contract/year-plans.ts'
import { classNames } from '#app/_ui/class-names.ts'

/** A quiet bar for everybody of the studio; who has too much, and who has nothing, in words beside it. */
export function PlanLoads({ loads }: { loads: readonly MemberLoad[] }) {
  const t = useTranslations('year-plan.loads')
  const most = Math.max(1, ...loads.map(({ hours }) => hours))
  return (
    <ul className="max-w-160">
      {loads.map(({ person, tasks, hours, weight }) => (
        <li key={person.id} className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-center gap-4 py-1.5">
          <span className="truncate">{person.name}</span>
          <span aria-hidden className="h-1 rounded-paper bg-press">
            <span className="stays-drawn block h-1 bg-bamboo" style={{ width: `${(hours / most) * 100}%` }} />
          </span>
          <span className={classNames('text-meta', weight === 'usual' ? 'text-ink-3' : 'text-ochre')}>
            {weight === 'none' ? t('none') : t('of', { tasks, hours })}
            {weight === 'heavy' && ` ${t('heavy')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
