import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { AnnouncementForm } from '#app/_features/announcement/announcement-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound, currentActor } from '#app/_server/call.ts'
import { SitePage } from '../../../../(public)/_site/site-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('announcement.form'))('editTitle') }
}

/** A draft, changed by whoever speaks for its sender. */
export default async function EditAnnouncementPage({ params }: { params: Promise<{ announcementId: string }> }) {
  const { announcementId } = await params
  const path = `/announcements/${announcementId}/edit`
  if ((await currentActor()).kind !== 'person') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const announcement = (await callIfFound('announcement.get', { announcementId })) ?? notFound()
  if (!announcement.may.write) notFound()
  const [t, { senders }] = await Promise.all([getTranslations('announcement.form'), call('announcements.places', {})])
  const { sender, audience, title, text, isPinned, asksReceipt, lastDay, version } = announcement
  return (
    <SitePage path={path}>
      <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:text-h1">{t('editTitle')}</h1>
      <ClientTexts namespaces={['announcement', 'common']}>
        <AnnouncementForm
          senders={senders}
          draft={{ announcementId, version }}
          start={{
            ...{ senderId: sender.id, audienceId: audience.id },
            ...{ title, text, isPinned, asksReceipt, lastDay },
          }}
        />
      </ClientTexts>
    </SitePage>
  )
}
