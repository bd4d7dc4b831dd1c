import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { yearPlanState } from '#core/contract/year-plans.ts'
import { readPlanQuery } from '#app/_features/year-plan/plan-year-query.ts'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { Link } from '#app/_ui/link.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { OfficePage } from '../_frame/office-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('year-plan.office'))('title') }
}

const STATES = yearPlanState.exclude(['draft']).options

/** 年度计划备案: what waits for the office, what it sent back, what it has filed. */
export default async function OfficePlansPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { year, state, cursor } = readPlanQuery(await searchParams, { nowEpochMs: requestTime() })
  const me = await call('me.get', {})
  if (me === null) redirect('/sign-in?next=%2Foffice%2Fplans')
  if (!me.mayManagePeople) notFound()
  const [{ items, nextCursor }, t] = await Promise.all([
    call('year-plans.list', { year, state, cursor }),
    getTranslations('year-plan.office'),
  ])
  const here = `/office/plans?year=${year}`
  return (
    <OfficePage current="plans" path="/office/plans">
      <h1 className="pt-4 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-4 text-ink-2">{t('lead', { year: String(year) })}</p>
      <nav aria-label={t('states')} className="flex gap-5 border-b border-line-2 pb-3">
        {STATES.map((one) => (
          <Link
            key={one}
            href={`${here}&state=${one}`}
            className={one === state ? 'font-semibold text-bamboo' : 'text-ink-2 hovered:text-ink'}
            {...(one === state ? { 'aria-current': 'page' } : {})}
          >
            {t(one)}
          </Link>
        ))}
      </nav>
      {items.length === 0 && (
        <div className="pt-5">
          <Empty size="part" headingLevel={2} title={t('none')}>
            {t('noneText')}
          </Empty>
        </div>
      )}
      <ul>
        {items.map((plan) => (
          <li key={plan.id} className="border-b border-line">
            <Link
              href={`/studios/${plan.studioId}/plan?year=${plan.year}`}
              className="group flex items-baseline gap-4 py-3 phone:flex-col phone:gap-0.5"
            >
              <span className="min-w-0 flex-1 font-medium group-hover:text-bamboo">{plan.studioName}</span>
              <span className={plan.unclaimed === 0 ? 'text-meta text-ink-3' : 'text-meta text-ochre'}>
                {t('items', { count: plan.items })}
                {plan.unclaimed === 0 ? t('allClaimed') : t('unclaimed', { count: plan.unclaimed })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {nextCursor !== null && (
        <p className="pt-4">
          <TextLink href={`${here}&state=${state}&cursor=${nextCursor}`}>{t('more')}</TextLink>
        </p>
      )}
    </OfficePage>
  )
}
