import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { activityKind } from '#core/contract/activity.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { hrefOfActivities, LISTED_STATES, type ActivityQuery } from './activity-query.ts'

/** The filters as links: each choice is an address of its own. */
export async function ActivityFilters({ query }: { query: ActivityQuery }) {
  const [t, common] = await Promise.all([getTranslations('activity.list'), getTranslations('common')])
  return (
    <div className="flex flex-col gap-6 phone:mb-4 phone:gap-2">
      <Filter
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
      <Filter
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

type FilterProps = { label: string; choices: readonly { label: string; href: string; isChosen: boolean }[] }

function Filter({ label, choices }: FilterProps) {
  return (
    <nav aria-label={label}>
      <p className="text-meta text-ink-3 phone:sr-only">{label}</p>
      <ul className="phone:flex phone:flex-wrap phone:gap-x-4">
        {choices.map(({ label: word, href, isChosen }) => (
          <li key={href}>
            <Link
              href={href}
              {...(isChosen ? { 'aria-current': 'true' as const } : {})}
              className={classNames(
                'block py-[5px] hovered:text-ink phone:py-2.5',
                isChosen ? 'font-semibold text-ink' : 'text-ink-2',
              )}
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
