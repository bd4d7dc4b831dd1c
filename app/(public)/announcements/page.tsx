import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { announcementFilter } from '#core/contract/announcements.ts'
import { hrefOfAnnouncements, readAnnouncementQuery } from '#app/_features/announcement/announcement-query.ts'
import { AnnouncementRows } from '#app/_features/announcement/announcement-rows.tsx'
import { call } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../_site/site-page.tsx'

type AnnouncementsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('announcement'))('title') }
}

/** 公告: what those one belongs to have to say; for who writes them, also their own. */
export default async function AnnouncementsPage({ searchParams }: AnnouncementsPageProps) {
  const { show, cursor } = readAnnouncementQuery(await searchParams)
  const [t, page] = await Promise.all([
    getTranslations('announcement'),
    call('announcements.list', { show, ...(cursor === undefined ? {} : { cursor }) }),
  ])
  const { items, nextCursor, mayWrite } = page
  const filters = announcementFilter.options.filter((one) => one !== 'own' || mayWrite)
  return (
    <SitePage path={hrefOfAnnouncements({ show })}>
      <header className="flex flex-wrap items-end justify-between gap-4 pt-4 pb-6 phone:pb-4">
        <div>
          <h1 className="font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
          <p className="pt-1 text-ink-2">{t('lead')}</p>
        </div>
        {mayWrite && (
          <LinkButton href="/announcements/new" tone="primary">
            {t('write')}
          </LinkButton>
        )}
      </header>
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-6">
        <FilterLinks
          label={t('show.label')}
          choices={filters.map((one) => ({
            ...{ label: t(`show.${one}`), href: hrefOfAnnouncements({ show: one }), isChosen: one === show },
          }))}
        />
        <div className="min-w-0">
          {items.length === 0 ? (
            <Empty size="part" headingLevel={2} title={t(`empty.${show}`)}>
              {t(`empty.${show}Text`)}
            </Empty>
          ) : (
            <AnnouncementRows announcements={items} />
          )}
          {nextCursor !== null && (
            <p className="pt-4">
              <TextLink href={hrefOfAnnouncements({ show, cursor: nextCursor })}>{t('more')}</TextLink>
            </p>
          )}
        </div>
      </div>
    </SitePage>
  )
}
