import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { MailSettings } from '#app/_features/mail/mail-settings.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, currentActor } from '#app/_server/call.ts'
import { SitePage } from '../../../(public)/_site/site-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') }
}

/** 邮件提醒: where and how often one is written to. */
export default async function MailSettingsPage() {
  if ((await currentActor()).kind !== 'person') redirect('/sign-in?next=%2Fsettings%2Fmail')
  const [t, own] = await Promise.all([getTranslations('mail'), call('mail.get', {})])
  return (
    <SitePage current="desk" path="/settings/mail">
      <header className="pt-4 pb-6 phone:pb-4">
        <h1 className="font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
        <p className="mt-1 max-w-160 text-ink-2">{t(own.status === 'off' ? 'off' : 'lead')}</p>
      </header>
      {own.status !== 'off' && (
        <ClientTexts namespaces={['mail', 'common']}>
          <MailSettings first={own} />
        </ClientTexts>
      )}
    </SitePage>
  )
}
