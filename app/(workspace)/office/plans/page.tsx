import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { yearPlanFilter } from '#core/contract/year-plans.ts'
import { OfficePlanRow } from '#app/_features/year-plan/office-plan-row.tsx'
import { readOfficePlansQuery } from '#app/_features/year-plan/plan-year-query.ts'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { Link } from '#app/_ui/link.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { OfficePage } from '../_frame/office-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('year-plan.office'))('title') }
}

/** 年度计划备案: what waits for the office, what was changed or has fallen behind; every number opens its list. */
export default async function OfficePlansPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { year, show, cursor } = readOfficePlansQuery(await searchParams, { nowEpochMs: requestTime() })
  const me = await call('me.get', {})
  if (me === null) redirect('/sign-in?next=%2Foffice%2Fplans')
  if (!me.mayManagePeople) notFound()
  const [{ items, nextCursor, counts }, t, exporting] = await Promise.all([
    call('year-plans.list', { year, show, cursor }),
    getTranslations('year-plan.office'),
    getTranslations('export'),
  ])
  const here = `/office/plans?year=${year}`
  return (
    <OfficePage current="plans" path="/office/plans">
      <h1 className="pt-4 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="flex flex-wrap gap-x-5 pt-1 pb-4 text-ink-2">
        {t('lead', { year: String(year) })}
        {[year - 1, year + 1].map((other) => (
          <TextLink key={other} href={`/office/plans?year=${other}&show=${show}`} tone="quiet">
            {t('otherYear', { year: String(other) })}
          </TextLink>
        ))}
      </p>
      <nav aria-label={t('states')} className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line-2 pb-3">
        {yearPlanFilter.options.map((one) => (
          <Link
            key={one}
            href={`${here}&show=${one}`}
            className={one === show ? 'font-semibold text-bamboo' : 'text-ink-2 hovered:text-ink'}
            {...(one === show ? { 'aria-current': 'page' } : {})}
          >
            {t(one)} {counts[one]}
          </Link>
        ))}
      </nav>
      <p className="pt-3">
        <ExportLink href={`/api/exports/year-plans?year=${year}&show=${show}`}>{exporting('button')}</ExportLink>
      </p>
      {items.length === 0 && (
        <div className="pt-5">
          <Empty size="part" headingLevel={2} title={t('none')}>
            {t('noneText')}
          </Empty>
        </div>
      )}
      <ul>
        {items.map((plan) => (
          <OfficePlanRow key={plan.id} plan={plan} />
        ))}
      </ul>
      {nextCursor !== null && (
        <p className="pt-4">
          <TextLink href={`${here}&show=${show}&cursor=${nextCursor}`}>{t('more')}</TextLink>
        </p>
      )}
    </OfficePage>
  )
}
