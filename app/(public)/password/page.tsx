import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AccountForm } from '#app/_features/first-account/account-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call } from '#app/_server/call.ts'
import { callWithLink } from '#app/_server/call-with-link.ts'
import { DoorPage } from '../_site/door-page.tsx'

type PasswordPageProps = { searchParams: Promise<{ k?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.password')
  return { title: t('title'), referrer: 'same-origin', robots: { index: false } }
}

/** 设置密码, by the link that the office gave. */
export default async function PasswordPage({ searchParams }: PasswordPageProps) {
  const found = await callWithLink((await searchParams).k, (link) => call('password.check', { link }))
  if (found === null) notFound()
  const [t, signin] = await Promise.all([getTranslations('account.password'), getTranslations('signin')])
  const { name, username } = found.data
  return (
    <DoorPage
      sentence={[signin('sentence.first'), signin('sentence.second')]}
      title={t('title')}
      lead={t('lead', { name, username })}
    >
      <ClientTexts namespaces={['account', 'common']}>
        <AccountForm purpose="set-password" link={found.link} username={username} />
      </ClientTexts>
    </DoorPage>
  )
}
