import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { readReadersQuery } from '#app/_features/announcement/announcement-query.ts'
import { AnnouncementReaders } from '#app/_features/announcement/announcement-readers.tsx'
import { audienceWords } from '#app/_features/announcement/announcement-rows.tsx'
import { ConfirmReading } from '#app/_features/announcement/confirm-reading.tsx'
import { ManageAnnouncement } from '#app/_features/announcement/manage-announcement.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { FactList } from '#app/_ui/fact-list.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../_site/site-page.tsx'

type AnnouncementPageProps = {
  params: Promise<{ announcementId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const find = cache((announcementId: string) => callIfFound('announcement.get', { announcementId }))
const load = async ({ params }: AnnouncementPageProps) => (await find((await params).announcementId)) ?? notFound()

export async function generateMetadata(page: AnnouncementPageProps): Promise<Metadata> {
  return { title: (await load(page)).title }
}

/** One announcement: its text, 已阅 where it is asked, and for its sender who has read it. */
export default async function AnnouncementPage(page: AnnouncementPageProps) {
  const [announcement, t, locale] = await Promise.all([load(page), getTranslations('announcement'), getLocale()])
  const { id, title, text, senderName, audience, state, publishedAt, lastDay, readAt, version, may } = announcement
  const to = await audienceWords(audience)
  const { readers: show, cursor } = readReadersQuery(await page.searchParams)
  const readers = may.seeReaders
    ? await call('announcement.readers', {
        ...{ announcementId: id, show },
        ...(cursor === undefined ? {} : { cursor }),
      })
    : null
  const when = (at: string) => `${dayWords(Date.parse(at), locale)} ${clockWords(Date.parse(at))}`
  const until = lastDay === null ? t('facts.always') : t('facts.untilDay', { day: lastDay })
  return (
    <SitePage path={`/announcements/${id}`}>
      <p className="pt-2">
        <TextLink href="/announcements" tone="quiet">
          {t('title')}
        </TextLink>
      </p>
      <div className="grid gap-x-16 pt-2 wide:grid-cols-[minmax(0,1fr)_18rem]">
        <article className="min-w-0">
          <h1 className="font-song text-title font-semibold phone:text-h1">{title}</h1>
          {state !== 'published' && <p className="pt-2 text-ochre">{t(`mark.${state}`)}</p>}
          {state === 'withdrawn' && (
            <p className="pt-2 text-ink-2">
              {t('withdrawnText')} {t('withdrawnWhy', { reason: announcement.withdrawReason })}
            </p>
          )}
          <p className="max-w-160 pt-5 text-read [overflow-wrap:anywhere] whitespace-pre-line">{text}</p>
          <ClientTexts namespaces={['announcement', 'common']}>
            <div className="flex flex-col gap-6 pt-8">
              {may.confirm && <ConfirmReading announcementId={id} />}
              {readAt !== null && <p className="text-meta text-ink-3">{t('confirm.done', { time: when(readAt) })}</p>}
              {(may.write || may.withdraw) && (
                <ManageAnnouncement announcementId={id} version={version} audience={to} may={may} />
              )}
            </div>
          </ClientTexts>
        </article>
        <aside className="pt-6">
          <FactList
            facts={[
              { term: t('facts.from'), value: senderName },
              { term: t('facts.to'), value: to },
              ...(publishedAt === null ? [] : [{ term: t('facts.on'), value: when(publishedAt) }]),
              { term: t('facts.until'), value: until },
            ]}
          />
        </aside>
      </div>
      {readers !== null && <AnnouncementReaders announcementId={id} show={show} page={readers} />}
    </SitePage>
  )
}
