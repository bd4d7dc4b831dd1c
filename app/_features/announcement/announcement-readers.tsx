import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type ReadersProps = {
  announcementId: string
  show: 'read' | 'unread'
  page: HttpOutput<'announcement.readers'>
}

/** Who has read it and who has not: each number opens its names. */
export async function AnnouncementReaders({ announcementId, show, page }: ReadersProps) {
  const [t, locale] = await Promise.all([getTranslations('announcement.readers'), getLocale()])
  const { counts, items, nextCursor } = page
  const here = `/announcements/${announcementId}?readers=`
  return (
    <Section title={t('title')} id="readers" note={t('counts', counts)}>
      <FilterLinks
        isRow
        label={t('title')}
        choices={(['unread', 'read'] as const).map((one) => ({
          ...{ label: t(one), href: `${here}${one}#readers`, isChosen: one === show, count: counts[one] },
        }))}
      />
      {items.length === 0 && <p className="pt-2 text-ink-3">{show === 'read' ? t('noneRead') : t('noneUnread')}</p>}
      <ol className="pt-2 desk:columns-2 desk:gap-12">
        {items.map(({ person, readAt }) => (
          <li
            key={person.id}
            className="flex break-inside-avoid items-baseline justify-between gap-4 border-b border-line py-2"
          >
            <span>
              {person.name}
              <span className="pl-3 text-meta text-ink-3">{person.organisation}</span>
            </span>
            {readAt !== null && (
              <time dateTime={readAt} className="text-meta whitespace-nowrap text-ink-3">
                {dayWords(Date.parse(readAt), locale)} {clockWords(Date.parse(readAt))}
              </time>
            )}
          </li>
        ))}
      </ol>
      {nextCursor !== null && (
        <p className="pt-4">
          <TextLink href={`${here}${show}&cursor=${nextCursor}#readers`}>{t('more')}</TextLink>
        </p>
      )}
    </Section>
  )
}
