import { getTranslations } from 'next-intl/server'
import type { AnnouncementCard } from '#core/contract/announcements.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { AnnouncementRows } from './announcement-rows.tsx'

/** 公告 on the front page: the newest; nothing at all where there are none. */
export async function HomeAnnouncements({ announcements }: { announcements: readonly AnnouncementCard[] }) {
  const t = await getTranslations('announcement')
  if (announcements.length === 0) return null
  return (
    <Section
      title={t('title')}
      link={
        <TextLink href="/announcements" tone="quiet">
          {t('all')}
        </TextLink>
      }
    >
      <AnnouncementRows announcements={announcements} />
    </Section>
  )
}
