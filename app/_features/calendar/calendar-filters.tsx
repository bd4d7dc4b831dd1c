import { getTranslations } from 'next-intl/server'
import { activityKind } from '#core/contract/activity.ts'
import { schoolStage, schoolSubject } from '#core/contract/schooling.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { hrefOfCalendar, type CalendarQuery } from './calendar-query.ts'

type CalendarFiltersProps = {
  query: CalendarQuery
  districts: readonly { id: string; name: string }[]
  isSignedIn: boolean
}

/** What the calendar is narrowed to, as links: each choice is an address of its own. On a phone folded, to leave room for the days. */
export async function CalendarFilters({ query, districts, isSignedIn }: CalendarFiltersProps) {
  const [t, common] = await Promise.all([getTranslations('calendar'), getTranslations('common')])
  const choice = (label: string, change: Partial<CalendarQuery>, isChosen: boolean) => ({
    label,
    href: hrefOfCalendar({ ...query, cursor: undefined, ...change }),
    isChosen,
  })
  const filters = (
    <>
      <FilterLinks
        label={t('whose')}
        choices={[
          choice(t('all'), { only: undefined }, query.only === undefined),
          choice(t('cityEvents'), { only: 'city-events' }, query.only === 'city-events'),
          ...(isSignedIn ? [choice(t('mine'), { only: 'mine' }, query.only === 'mine')] : []),
        ]}
      />
      <FilterLinks
        label={t('kind')}
        choices={[
          choice(t('all'), { kind: undefined }, query.kind === undefined),
          ...activityKind.options.map((kind) => choice(common(`kinds.${kind}`), { kind }, query.kind === kind)),
        ]}
      />
      <details open={query.stage !== undefined || query.subject !== undefined}>
        <summary className="cursor-pointer py-[5px] text-meta text-ink-3 hovered:text-ink">{t('meantFor')}</summary>
        <div className="flex flex-col gap-4 pt-2">
          <FilterLinks
            label={t('stage')}
            choices={[
              choice(t('all'), { stage: undefined }, query.stage === undefined),
              ...schoolStage.options.map((stage) => choice(stage, { stage }, query.stage === stage)),
            ]}
          />
          <FilterLinks
            label={t('subject')}
            choices={[
              choice(t('all'), { subject: undefined }, query.subject === undefined),
              ...schoolSubject.options.map((subject) => choice(subject, { subject }, query.subject === subject)),
            ]}
          />
        </div>
      </details>
      <FilterLinks
        label={t('district')}
        choices={[
          choice(t('wholeCity'), { districtId: undefined }, query.districtId === undefined),
          ...districts.map(({ id, name }) => choice(name, { districtId: id }, query.districtId === id)),
        ]}
      />
    </>
  )
  const chosen = [
    query.only === undefined ? null : t(query.only === 'mine' ? 'mine' : 'cityEvents'),
    query.kind === undefined ? null : common(`kinds.${query.kind}`),
    query.stage ?? null,
    query.subject ?? null,
    districts.find(({ id }) => id === query.districtId)?.name ?? null,
  ].filter((word) => word !== null)
  return (
    <>
      <div className="flex flex-col gap-6 phone:hidden">{filters}</div>
      <details className="mb-3 desk:hidden">
        <summary className="cursor-pointer py-2 text-ink-2">
          {chosen.length === 0 ? t('narrow') : t('narrowedTo', { what: chosen.join('、') })}
        </summary>
        <div className="flex flex-col gap-2">{filters}</div>
      </details>
    </>
  )
}
