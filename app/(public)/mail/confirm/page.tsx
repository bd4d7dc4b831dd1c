import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { MailDoor } from '#app/_features/mail/mail-door.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { DoorPage } from '../../_site/door-page.tsx'

type ConfirmMailPageProps = { searchParams: Promise<{ k?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.confirm')
  return { title: t('title'), referrer: 'same-origin', robots: { index: false } }
}

/** By a link in a letter, on whatever device that is read, signed in or not. */
export default async function ConfirmMailPage({ searchParams }: ConfirmMailPageProps) {
  const { k: secret } = await searchParams
  if (typeof secret !== 'string') notFound()
  const [t, signin] = await Promise.all([getTranslations('mail.confirm'), getTranslations('signin')])
  return (
    <DoorPage sentence={[signin('sentence.first'), signin('sentence.second')]} title={t('title')} lead={t('lead')}>
      <ClientTexts namespaces={['mail']}>
        <MailDoor purpose="confirm" secret={secret} />
      </ClientTexts>
    </DoorPage>
  )
}
