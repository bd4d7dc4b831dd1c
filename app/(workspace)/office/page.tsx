import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { OrganisationForm } from '#app/_features/office/organisation-form.tsx'
import { PersonForm } from '#app/_features/office/person-form.tsx'
import { RenewForm } from '#app/_features/office/renew-form.tsx'
import { StudioForm } from '#app/_features/office/studio-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { call } from '#app/_server/call.ts'
import { Section } from '#app/_ui/section.tsx'
import { OfficePage } from './_frame/office-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office'))('title') }
}

/** 人员与工作室: what the office must make before anybody can meet. */
export default async function PeoplePage() {
  const me = await call('me.get', {})
  if (me === null) redirect('/sign-in?next=%2Foffice')
  if (!me.mayManagePeople) notFound()
  const [{ organisations }, t] = await Promise.all([call('organisations.list', {}), getTranslations('office')])
  const { origin } = appDeps().publicUrl
  return (
    <OfficePage current="people" path="/office">
      <h1 className="pt-4 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-6 text-ink-2 phone:pb-4">{t('lead')}</p>
      <ClientTexts namespaces={['office', 'common']}>
        <Section
          title={t('organisation.title')}
          note={t('organisation.count', { count: organisations.length })}
          gap="none"
        >
          <OrganisationForm organisations={organisations} />
        </Section>
        <Section title={t('person.title')} gap="small">
          <PersonForm organisations={organisations} origin={origin} />
        </Section>
        <Section title={t('renew.title')} gap="small" note={t('renew.note')}>
          <RenewForm origin={origin} />
        </Section>
        <Section title={t('studio.title')} gap="small">
          <StudioForm organisations={organisations} />
        </Section>
      </ClientTexts>
    </OfficePage>
  )
}
