import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AccountForm } from '#app/_features/first-account/account-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call } from '#app/_server/call.ts'
import { callWithLink } from '#app/_server/call-with-link.ts'
import { DoorPage } from '../_site/door-page.tsx'

type SetUpPageProps = { searchParams: Promise<{ k?: string | string[] }> }

/** Asked once for a page; a wrong link counts once. */
const findSetUp = cache((link: string | string[] | undefined) =>
  callWithLink(link, (presented) => call('setup.check', { link: presented })),
)

export async function generateMetadata({ searchParams }: SetUpPageProps): Promise<Metadata> {
  // Not even its title tells that there is, or was, such a page.
  if ((await findSetUp((await searchParams).k)) === null) notFound()
  const t = await getTranslations('account.setUp')
  return { title: t('title'), referrer: 'same-origin', robots: { index: false } }
}

/** 首次设置: who runs the city, by the link that the server printed. Without it there is no such page. */
export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const found = await findSetUp((await searchParams).k)
  if (found === null) notFound()
  const t = await getTranslations('account.setUp')
  return (
    <DoorPage sentence={[t('sentence.first'), t('sentence.second')]} title={t('title')} lead={t('lead')}>
      <ClientTexts namespaces={['account', 'common']}>
        <AccountForm purpose="set-up" link={found.link} />
      </ClientTexts>
    </DoorPage>
  )
}
