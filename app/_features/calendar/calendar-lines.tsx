import { getLocale, getTranslations } from 'next-intl/server'
import type { ActivityCard } from '#core/contract/activity.ts'
import { dayOf, dayStart, type CityDay } from '#core/domain/activity/city-days.ts'
import { clockWords, dayWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { LevelTag } from '#app/_ui/level-tag.tsx'
import { Link } from '#app/_ui/link.tsx'
import { LiveMark } from '#app/_ui/live-mark.tsx'

type CalendarLinesProps = { activities: readonly ActivityCard[]; today: CityDay }

const keyOf = ({ linkToken }: ActivityCard) => (linkToken === null ? '' : `?k=${linkToken}`)

/** Activities under the day on which they begin. Put them into an `ol`. */
export async function CalendarLines({ activities, today }: CalendarLinesProps) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()])
  const days = Map.groupBy(activities, ({ startsAt }) => dayOf(Date.parse(startsAt)))
  return [...days].map(([day, cards]) => (
    <li
      key={day}
      className="border-t border-line py-2.5 first:border-0 first:pt-0 roomy:grid roomy:grid-cols-[8rem_minmax(0,1fr)] roomy:gap-x-4"
    >
      <p className="leading-7">
        <strong className="font-song text-[1.0625rem] font-semibold">{dayWords(dayStart(day), locale)}</strong>
        <span className="ml-2 text-meta text-ink-3">
          {day === today ? t('today') : weekdayWords(dayStart(day), locale)}
        </span>
      </p>
      <ol>
        {cards.map((card) => (
          <CalendarLine key={card.id} card={card} />
        ))}
      </ol>
    </li>
  ))
}

async function CalendarLine({ card }: { card: ActivityCard }) {
  const [t, common] = await Promise.all([getTranslations('calendar'), getTranslations('common')])
  return (
    <li>
      <Link
        href={`/activities/${card.id}${keyOf(card)}`}
        className="group grid grid-cols-[7rem_minmax(0,1.2fr)_minmax(0,1fr)_5rem] items-baseline gap-x-4 py-1 narrow:grid-cols-[1fr_auto] narrow:py-2"
      >
        <time dateTime={card.startsAt} className="text-meta text-ink-3 narrow:row-start-2">
          {clockWords(Date.parse(card.startsAt))}–{clockWords(Date.parse(card.endsAt))}
        </time>
        <strong className="leading-6.5 font-medium group-hover:text-bamboo narrow:col-span-2">
          {card.title}
          {card.isCityEvent && (
            <LevelTag rank="middle" className="ml-2.5">
              {t('cityEvent')}
            </LevelTag>
          )}
        </strong>
        <span className="text-meta text-ink-2 narrow:col-span-2">
          {[
            common(`kinds.${card.kind}`),
            card.studio?.name ?? card.host.organisation,
            card.district ?? common('cityRun'),
          ].join('·')}
        </span>
        <span className="justify-self-end text-meta text-ink-3 narrow:col-start-2 narrow:row-start-2">
          {card.state === 'live' ? (
            <LiveMark>{common('states.live')}</LiveMark>
          ) : card.state === 'ended' ? (
            common('states.ended')
          ) : null}
        </span>
      </Link>
    </li>
  )
}
