import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { AnnouncementForm } from '#app/_features/announcement/announcement-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, currentActor } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { SitePage } from '../../../(public)/_site/site-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('announcement.form'))('newTitle') }
}

/** 写公告. */
export default async function NewAnnouncementPage() {
  if ((await currentActor()).kind !== 'person') redirect('/sign-in?next=%2Fannouncements%2Fnew')
  const [t, { senders }] = await Promise.all([getTranslations('announcement'), call('announcements.places', {})])
  const [first] = senders
  return (
    <SitePage path="/announcements/new">
      {first === undefined ? (
        <Empty title={t('none.title')}>{t('none.text')}</Empty>
      ) : (
        <>
          <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:text-h1">{t('form.newTitle')}</h1>
          <ClientTexts namespaces={['announcement', 'common']}>
            <AnnouncementForm
              senders={senders}
              draft={null}
              start={{
                ...{ senderId: first.id, audienceId: first.id, title: '', text: '' },
                ...{ isPinned: false, asksReceipt: false, lastDay: null },
              }}
            />
          </ClientTexts>
        </>
      )}
    </SitePage>
  )
}
