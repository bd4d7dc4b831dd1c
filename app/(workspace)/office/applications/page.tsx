import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { handedInState } from '#core/contract/applications.ts'
import { ReviewDesk } from '#app/_features/application/review/review-desk.tsx'
import { hrefOfReview, readReviewQuery } from '#app/_features/application/review/review-query.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { OfficePage } from '../_frame/office-page.tsx'

type ApplicationsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('application.review'))('title') }
}

/** 开通申请: what waits for the office, or for the district, and what became of the others. */
export default async function ApplicationsPage({ searchParams }: ApplicationsPageProps) {
  const query = readReviewQuery(await searchParams)
  const me = await call('me.get', {})
  if (me === null) redirect('/sign-in?next=%2Foffice%2Fapplications')
  if (!me.mayReviewApplications) notFound()
  const [{ state, items, nextCursor, counts }, t, exporting] = await Promise.all([
    call('applications.list', query.state === undefined ? {} : { state: query.state }),
    getTranslations('application.review'),
    getTranslations('export'),
  ])
  const nowEpochMs = requestTime()
  return (
    <OfficePage
      current="applications"
      path="/office/applications"
      beside={
        <FilterLinks
          label={t('states.label')}
          choices={handedInState.options.map((one) => ({
            label: `${t(`states.${one}`)} ${counts[one] ?? 0}`,
            href: hrefOfReview(one),
            isChosen: one === state,
          }))}
        />
      }
    >
      <h1 className="pb-4 font-song text-h1 font-semibold phone:pt-2 phone:text-h2">
        {t(`heads.${state}`, { count: counts[state] ?? 0 })}
      </h1>
      <p className="pb-4">
        <ExportLink href={`/api/exports/applications?state=${state}`}>{exporting('button')}</ExportLink>
      </p>
      <ClientTexts namespaces={['application', 'common']}>
        <ReviewDesk key={state} state={state} first={{ items, nextCursor }} nowEpochMs={nowEpochMs} />
      </ClientTexts>
    </OfficePage>
  )
}
