import { getLocale, getTranslations } from 'next-intl/server'
import type { AnnouncementCard } from '#core/contract/announcements.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { Link } from '#app/_ui/link.tsx'

/** Whom it is for, as a reader says it. */
export async function audienceWords({ kind, name }: AnnouncementCard['audience']): Promise<string> {
  return kind === 'city' ? (await getTranslations('announcement'))('to.city') : name
}

/** Announcements one under the other: what is asked of the reader, the title, from whom to whom, the day. */
export async function AnnouncementRows({ announcements }: { announcements: readonly AnnouncementCard[] }) {
  const [t, locale] = await Promise.all([getTranslations('announcement'), getLocale()])
  const rows = await Promise.all(
    announcements.map(async (card) => ({ ...card, to: await audienceWords(card.audience) })),
  )
  return (
    <ol>
      {rows.map(({ id, title, senderName, to, isPinned, state, isOver, waitsForMe, publishedAt }) => (
        <li key={id}>
          <Link
            href={`/announcements/${id}`}
            className="group grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-b border-line py-[11px] hovered:bg-well phone:grid-cols-1"
          >
            <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
              <span className="font-song text-read font-semibold group-hover:text-bamboo">{title}</span>
              {isPinned && state === 'published' && !isOver && <Mark>{t('mark.pinned')}</Mark>}
              {state !== 'published' && <Mark>{t(`mark.${state}`)}</Mark>}
              {isOver && state === 'published' && <Mark>{t('mark.over')}</Mark>}
              {waitsForMe && <span className="text-meta text-ochre">{t('mark.waits')}</span>}
            </span>
            <span className="text-meta text-ink-3">
              {senderName}
              {' → '}
              {to}
              {publishedAt !== null && (
                <time dateTime={publishedAt} className="pl-4">
                  {dayWords(Date.parse(publishedAt), locale)}
                </time>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

const Mark = ({ children }: { children: string }) => <span className="text-meta text-ink-3">{children}</span>
