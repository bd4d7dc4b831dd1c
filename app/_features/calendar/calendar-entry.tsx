import { getTranslations } from 'next-intl/server'
import type { ActivityCard } from '#core/contract/activity.ts'
import { clockWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Link } from '#app/_ui/link.tsx'

const keyOf = ({ linkToken }: ActivityCard) => (linkToken === null ? '' : `?k=${linkToken}`)

type CalendarEntryProps = {
  card: ActivityCard
  /** Whether kind and place are said, too; in a month there is no room for them but on a phone. */
  isFull: boolean
}

/** An activity in a day of the calendar. A 全市大型活动 has a rule beside it, and says so. */
export async function CalendarEntry({ card, isFull }: CalendarEntryProps) {
  const [t, common] = await Promise.all([getTranslations('calendar'), getTranslations('common')])
  const isLive = card.state === 'live'
  return (
    <Link
      href={`/activities/${card.id}${keyOf(card)}`}
      className={classNames(
        'mb-2 block leading-[1.3125rem] hovered:text-bamboo narrow:mb-0 narrow:grid narrow:grid-cols-[3rem_minmax(0,1fr)] narrow:py-1.5',
        card.isCityEvent && 'border-l-2 border-ink pl-2 narrow:-ml-2.5',
      )}
    >
      <time
        dateTime={card.startsAt}
        className={classNames(
          'block text-caption narrow:leading-[1.3125rem]',
          isLive
            ? 'text-live roomy:before:mr-[5px] roomy:before:inline-block roomy:before:size-1.5 roomy:before:rounded-full roomy:before:bg-live roomy:before:align-[1px]'
            : 'text-ink-3',
        )}
      >
        {clockWords(Date.parse(card.startsAt))}
        {isFull && <span className="narrow:hidden">–{clockWords(Date.parse(card.endsAt))}</span>}
        {card.isCityEvent && <span className="ml-1.5 text-ink-2 narrow:hidden">{t('cityEvent')}</span>}
        {isLive && <span className="sr-only">{common('states.live')}</span>}
      </time>
      <strong
        className={classNames(
          isFull ? 'line-clamp-3' : 'line-clamp-2',
          card.state === 'ended' ? 'font-normal text-ink-2' : 'font-medium',
          card.isCityEvent && 'font-song font-semibold',
        )}
      >
        {card.title}
      </strong>
      <span
        className={classNames('text-caption text-ink-3 narrow:col-start-2', isFull ? 'block' : 'block roomy:sr-only')}
      >
        {card.isCityEvent && <span className="mr-1.5 text-ink-2 roomy:hidden">{t('cityEvent')}</span>}
        <span className="whitespace-nowrap">{common(`kinds.${card.kind}`)}·</span>
        <wbr />
        <span className="whitespace-nowrap">{card.district ?? common('cityRun')}</span>
      </span>
    </Link>
  )
}
