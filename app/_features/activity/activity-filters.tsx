import { getTranslations } from 'next-intl/server'
import { activityKind } from '#core/contract/activity.ts'
import { schoolStage, schoolSubject } from '#core/contract/schooling.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { hrefOfActivities, LISTED_STATES, type ActivityQuery } from './activity-query.ts'

type Filter = 'state' | 'kind' | 'subject' | 'stage'

/** The filters as links: each choice is an address of its own. For whom it is meant is folded until something is chosen. */
export async function ActivityFilters({ query }: { query: ActivityQuery }) {
  const [t, common] = await Promise.all([getTranslations('activity.list'), getTranslations('common')])
  const choicesOf = <K extends Filter>(
    filter: K,
    choices: readonly { value: NonNullable<ActivityQuery[K]>; label: string }[],
  ) => [
    {
      label: t('all'),
      href: hrefOfActivities({ ...query, cursor: undefined, [filter]: undefined }),
      isChosen: query[filter] === undefined,
    },
    ...choices.map(({ value, label }) => ({
      ...{ label, isChosen: query[filter] === value },
      href: hrefOfActivities({ ...query, cursor: undefined, [filter]: value }),
    })),
  ]
  const asTheyAre = <V extends string>(values: readonly V[]) => values.map((value) => ({ value, label: value }))
  return (
    <div className="flex flex-col gap-6 phone:mb-4 phone:gap-2">
      <FilterLinks
        label={t('state')}
        choices={choicesOf(
          'state',
          LISTED_STATES.map((value) => ({ value, label: common(`states.${value}`) })),
        )}
      />
      <FilterLinks
        label={t('kind')}
        choices={choicesOf(
          'kind',
          activityKind.options.map((value) => ({ value, label: common(`kinds.${value}`) })),
        )}
      />
      <details open={query.stage !== undefined || query.subject !== undefined}>
        <summary className="cursor-pointer py-[5px] text-meta text-ink-3 hovered:text-ink phone:py-2.5">
          {t('meantFor')}
        </summary>
        <div className="flex flex-col gap-4 pt-2">
          <FilterLinks label={t('stage')} choices={choicesOf('stage', asTheyAre(schoolStage.options))} />
          <FilterLinks label={t('subject')} choices={choicesOf('subject', asTheyAre(schoolSubject.options))} />
        </div>
      </details>
    </div>
  )
}
