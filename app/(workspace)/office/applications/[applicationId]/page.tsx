import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ReviewDetail } from '#app/_features/application/review/review-detail.tsx'
import { ReviewOne } from '#app/_features/application/review/review-one.tsx'
import { hrefOfReview } from '#app/_features/application/review/review-query.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { OfficePage } from '../../_frame/office-page.tsx'

type ApplicationPageProps = { params: Promise<{ applicationId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('application.review'))('title') }
}

/** One application, as it was handed in. */
export default async function ApplicationPage({ params }: ApplicationPageProps) {
  const { applicationId } = await params
  const path = `/office/applications/${applicationId}`
  const me = await call('me.get', {})
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (!me.mayReviewApplications) notFound()
  const [detail, t] = await Promise.all([
    callIfFound('application.get', { applicationId }),
    getTranslations('application.review'),
  ])
  if (detail === null) notFound()
  const { form, state, applicantName, schoolName, reason } = detail
  return (
    <OfficePage current="applications" path={path}>
      <p className="text-meta">
        <TextLink href={hrefOfReview(state)} tone="quiet">
          {t(`states.${state}`)}
        </TextLink>
      </p>
      <h1 className="pt-1 font-song text-h1 font-semibold phone:text-h2">{form.name}</h1>
      <p className="pt-1 pb-6 text-ink-2">{t('by', { name: applicantName, school: schoolName })}</p>
      <ClientTexts namespaces={['application', 'common']}>
        <ReviewOne key={state} detail={detail} />
        {reason !== '' && (state === 'returned' || state === 'rejected') && (
          <blockquote className="mb-6 max-w-160 border-l-[3px] border-ochre pl-4 whitespace-pre-line">
            {reason}
          </blockquote>
        )}
        <div className="max-w-160">
          <ReviewDetail detail={detail} />
        </div>
      </ClientTexts>
    </OfficePage>
  )
}
