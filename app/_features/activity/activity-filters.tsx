import { getTranslations } from 'next-intl/server'
import { activityKind } from '#core/contract/activity.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { hrefOfActivities, LISTED_STATES, type ActivityQuery } from './activity-query.ts'

/** The filters as links: each choice is an address of its own. */
export async function ActivityFilters({ query }: { query: ActivityQuery }) {
  const [t, common] = await Promise.all([getTranslations('activity.list'), getTranslations('common')])
  return (
    <div className="flex flex-col gap-6 phone:mb-4 phone:gap-2">
      <FilterLinks
        label={t('state')}
        choices={[
          {
            label: t('all'),
            href: hrefOfActivities({ ...query, cursor: undefined, state: undefined }),
            isChosen: query.state === undefined,
          },
          ...LISTED_STATES.map((state) => ({
            label: common(`states.${state}`),
            href: hrefOfActivities({ ...query, cursor: undefined, state }),
            isChosen: query.state === state,
          })),
        ]}
      />
      <FilterLinks
        label={t('kind')}
        choices={[
          {
            label: t('all'),
            href: hrefOfActivities({ ...query, cursor: undefined, kind: undefined }),
            isChosen: query.kind === undefined,
          },
          ...activityKind.options.map((kind) => ({
            label: common(`kinds.${kind}`),
            href: hrefOfActivities({ ...query, cursor: undefined, kind }),
            isChosen: query.kind === kind,
          })),
        ]}
      />
    </div>
  )
}
