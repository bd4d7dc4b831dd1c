import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'
import { PlanWorkspace } from '#app/_features/year-plan/plan-workspace.tsx'
import { readPlanQuery } from '#app/_features/year-plan/plan-year-query.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfPermitted } from '#app/_server/call.ts'
import { pathId } from '#app/_server/path-id.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../../../(public)/_site/site-page.tsx'

type PlanPageProps = { params: Promise<{ studioId: string }>; searchParams: Promise<unknown> }

const queryOf = async ({ searchParams }: PlanPageProps) =>
  readPlanQuery(await searchParams, { nowEpochMs: requestTime() })

export async function generateMetadata(page: PlanPageProps): Promise<Metadata> {
  return { title: (await getTranslations('year-plan'))('title', { year: String((await queryOf(page)).year) }) }
}

/** 年度活动计划 of a studio. */
export default async function YearPlanPage(page: PlanPageProps) {
  const studioId = pathId((await page.params).studioId) ?? notFound()
  const { year, show } = await queryOf(page)
  const path = `/studios/${studioId}/plan`
  if ((await call('me.get', {})) === null) redirect(`/sign-in?next=${encodeURIComponent(`${path}?year=${year}`)}`)
  const view = (await callIfPermitted('year-plan.get', { studioId, year })) ?? notFound()
  const t = await getTranslations('year-plan')
  return (
    <SitePage current="studios" path={path}>
      <p className="pt-4 text-meta">
        <TextLink href={`/studios/${studioId}`} tone="quiet">
          {view.studio.name}
        </TextLink>
      </p>
      <h1 className="pt-1 font-song text-title font-semibold phone:text-h1">{t('title', { year: String(year) })}</h1>
      <nav aria-label={t('years')} className="flex gap-5 pt-1 pb-4 text-meta print:hidden">
        {[year - 1, year + 1].map((other) => (
          <TextLink key={other} href={`${path}?year=${other}`} tone="quiet">
            {t('otherYear', { year: String(other) })}
          </TextLink>
        ))}
      </nav>
      <ClientTexts namespaces={['year-plan', 'common']}>
        <PlanWorkspace key={year} {...{ year, show }} first={view} today={cityDateOf(requestTime())} />
      </ClientTexts>
    </SitePage>
  )
}
