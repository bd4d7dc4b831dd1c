import { getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ActivityCard } from '#core/contract/activity.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { LiveMark } from '#app/_ui/live-mark.tsx'

/** A name longer than two lines of a phone is set smaller. */
const LONG_TITLE = 20

/** Where we are, how it stands, the name, the question. */
export async function ActivityHead({ card }: { card: ActivityCard }) {
  const [t, common] = await Promise.all([getTranslations('activity.head'), getTranslations('common')])
  return (
    <>
      <nav aria-label={t('where')} className="pt-1 pb-4 text-meta text-ink-3">
        <Link href="/activities" className="hovered:text-ink">
          {t('crumb')}
        </Link>
        {' ／ '}
        <Link href={`/activities?kind=${card.kind}`} className="hovered:text-ink">
          {common(`kinds.${card.kind}`)}
        </Link>
      </nav>
      <header>
        <p className="flex items-center gap-3 text-meta">
          {card.state === 'live' ? (
            <LiveMark>{common('states.live')}</LiveMark>
          ) : (
            <span className={card.state === 'published' ? 'font-medium text-bamboo' : 'text-ink-3'}>
              {common(`states.${card.state}`)}
            </span>
          )}
          {card.studio !== null && (
            <Link href={`/studios/${card.studio.id}`} className="text-ink-3 hovered:text-ink">
              {card.studio.name}
            </Link>
          )}
        </p>
        <h1
          className={classNames(
            'my-1.5 font-song font-semibold',
            card.title.length > LONG_TITLE
              ? 'text-[2.25rem] leading-13 phone:text-[1.625rem] phone:leading-9.5'
              : 'text-title phone:text-[2.125rem] phone:leading-[2.875rem]',
          )}
        >
          {card.title}
        </h1>
        {card.question !== '' && <p className="text-read text-ink-2 phone:text-body">{card.question}</p>}
      </header>
    </>
  )
}
