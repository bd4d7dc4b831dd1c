'use client'

import { useTranslations } from 'next-intl'
import type { MemberLoad } from '#core/contract/year-plans.ts'
import { classNames } from '#app/_ui/class-names.ts'

const MINUTE_MS = 60_000

/** A quiet bar for everybody of the studio, dark as far as it is done; who has too much, and who has nothing, in words. */
export function PlanLoads({ loads }: { loads: readonly MemberLoad[] }) {
  const t = useTranslations('year-plan.loads')
  const most = Math.max(1, ...loads.map(({ hours }) => hours))
  return (
    <ul className="max-w-160">
      {loads.map(({ person, tasks, hours, doneHours, weight, attended, attendedMs }) => (
        <li
          key={person.id}
          className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-center gap-x-4 py-1.5 phone:grid-cols-[4.5rem_minmax(0,1fr)]"
        >
          <span className="truncate">{person.name}</span>
          <span aria-hidden className="flex h-1 rounded-paper bg-press">
            <span className="stays-drawn h-1 bg-bamboo" style={{ width: `${(doneHours / most) * 100}%` }} />
            <span
              className="stays-drawn h-1 bg-bamboo-line"
              style={{ width: `${((hours - doneHours) / most) * 100}%` }}
            />
          </span>
          <span className="text-meta text-ink-3 phone:col-span-2 desk:text-right">
            <span className={classNames(weight !== 'usual' && 'text-ochre')}>
              {weight === 'none' ? t('none') : t('of', { tasks, hours, done: doneHours })}
              {weight === 'heavy' && ` ${t('heavy')}`}
            </span>
            {attended > 0 && (
              <span className="ml-4">
                {t('attended', { count: attended, minutes: Math.round(attendedMs / MINUTE_MS) })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
