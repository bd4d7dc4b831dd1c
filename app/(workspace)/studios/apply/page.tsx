import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { ApplicationSteps } from '#app/_features/application/application-steps.tsx'
import { ApplicationWriter } from '#app/_features/application/application-writer.tsx'
import { OwnApplicationView } from '#app/_features/application/own-application.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call } from '#app/_server/call.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../../(public)/_site/site-page.tsx'

type ApplyPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('application'))('title') }
}

/** 开通申请: what its applicant writes, and where it stands. `?new` begins another one after a decision. */
export default async function ApplyPage({ searchParams }: ApplyPageProps) {
  const [{ new: another }, me] = await Promise.all([searchParams, call('me.get', {})])
  if (me === null) redirect('/sign-in?next=%2Fstudios%2Fapply')
  const [{ application: newest, beginning }, t] = await Promise.all([
    call('application.mine', {}),
    getTranslations('application'),
  ])
  const isDecided = newest?.state === 'opened' || newest?.state === 'rejected'
  const application = isDecided && another !== undefined ? null : newest
  const state = application?.state ?? 'draft'
  return (
    <SitePage current="studios" path="/studios/apply">
      <p className="pt-4 text-meta">
        <TextLink href="/studios" tone="quiet">
          {t('back')}
        </TextLink>
      </p>
      <h1 className="pt-1 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="max-w-184 pt-1 pb-6 text-ink-2 phone:pb-4">{t(`leads.${state}`)}</p>
      <ApplicationSteps state={state} />
      {application?.reason !== undefined && application.reason !== '' && (state === 'returned' || isDecided) && (
        <blockquote className="mb-8 max-w-160 border-l-[3px] border-ochre py-1 pl-4 text-lead whitespace-pre-line">
          {application.reason}
        </blockquote>
      )}
      <ClientTexts namespaces={['application', 'common']}>
        {application === null || application.may.edit ? (
          <ApplicationWriter
            key={`${application?.applicationId ?? 'new'} ${state}`}
            personId={me.person.id}
            application={application}
            beginning={beginning}
          />
        ) : (
          <OwnApplicationView application={application} />
        )}
      </ClientTexts>
      {state === 'rejected' && (
        <p className="mt-8">
          <LinkButton href="/studios/apply?new">{t('another')}</LinkButton>
        </p>
      )}
    </SitePage>
  )
}
