import { getTranslations } from 'next-intl/server'
import type { YearPlanCard } from '#core/contract/year-plans.ts'
import { TextLink } from '#app/_ui/text-link.tsx'

/** A plan in the office's list; each of its numbers opens what it counts. */
export async function OfficePlanRow({ plan }: { plan: YearPlanCard }) {
  const t = await getTranslations('year-plan.office')
  const { studioId, studioName, year, unclaimed, unseenChanges, progress } = plan
  const here = `/studios/${studioId}/plan?year=${year}`
  const { items, held, late } = progress
  return (
    <li className="flex items-baseline gap-4 border-b border-line py-3 phone:flex-col phone:gap-0.5">
      <span className="min-w-0 flex-1">
        <TextLink href={here} tone="quiet" className="font-medium text-ink">
          {studioName}
        </TextLink>
      </span>
      <span className="flex flex-wrap gap-x-4 text-meta">
        {unseenChanges > 0 && (
          <TextLink href={`${here}#changes`} tone="quiet" className="text-ochre">
            {t('changes', { count: unseenChanges })}
          </TextLink>
        )}
        {late > 0 && (
          <TextLink href={`${here}&show=late`} tone="quiet" className="text-ochre">
            {t('lateCount', { count: late })}
          </TextLink>
        )}
        {unclaimed > 0 && (
          <TextLink href={`${here}&show=unclaimed`} tone="quiet" className="text-ochre">
            {t('unclaimed', { count: unclaimed })}
          </TextLink>
        )}
        <TextLink href={held > 0 ? `${here}&show=held` : here} tone="quiet" className="text-ink-2">
          {t('heldOf', { held, items })}
        </TextLink>
      </span>
    </li>
  )
}
