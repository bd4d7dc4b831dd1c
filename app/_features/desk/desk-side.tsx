import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ActivityCard } from '#core/contract/activity.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'
import { clockWords, dayWords, lengthWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'

const HEADING = 'border-b border-line-2 pb-1.5 font-song text-body font-semibold'

type DeskWeekProps = { week: HttpOutput<'desk.get'>['week']; nowEpochMs: number }

/** 这一周: where one is expected, and as what. */
export async function DeskWeek({ week, nowEpochMs }: DeskWeekProps) {
  const [t, common, locale] = await Promise.all([getTranslations('desk'), getTranslations('common'), getLocale()])
  const today = dayNumberOf(nowEpochMs)
  return (
    <section className="mb-9">
      <h2 className={HEADING}>{t('week')}</h2>
      {week.length === 0 && <p className="py-2.5 text-ink-3">{t('weekEmpty')}</p>}
      <ol>
        {week.map(({ card, role }) => {
          const startsAt = Date.parse(card.startsAt)
          const isToday = dayNumberOf(startsAt) === today
          const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
          return (
            <li key={card.id} className="border-b border-line py-2.5">
              <Link href={`/activities/${card.id}${key}`} className="group block">
                <time
                  dateTime={card.startsAt}
                  className={classNames('block text-caption', isToday ? 'text-bamboo' : 'text-ink-3')}
                >
                  {isToday ? common('days.today') : weekdayWords(startsAt, locale)} {clockWords(startsAt)}
                </time>
                <span className="flex items-baseline justify-between gap-3">
                  <strong className="text-lead leading-6 font-medium group-hover:text-bamboo">{card.title}</strong>
                  <span className="text-caption whitespace-nowrap text-ink-3">
                    {common(`roles.${role}`)}
                    {role !== 'host' && role !== 'presenter' && card.district !== null && `·${card.district}`}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** 回放 of what one was part of. */
export async function DeskReplays({ replays }: { replays: readonly ActivityCard[] }) {
  const [t, locale] = await Promise.all([getTranslations('desk'), getLocale()])
  if (replays.length === 0) return null
  return (
    <section>
      <h2 className={HEADING}>{t('replays')}</h2>
      <ol>
        {replays.map((card) => (
          <li key={card.id} className="border-b border-line py-2.5">
            <Link
              href={`/replay/${card.id}${card.linkToken === null ? '' : `?k=${card.linkToken}`}`}
              className="group flex items-baseline justify-between gap-3"
            >
              <strong className="text-lead leading-6 font-medium group-hover:text-bamboo">{card.title}</strong>
              <span className="text-caption whitespace-nowrap text-ink-3">
                {card.replayDurationMs === null
                  ? dayWords(Date.parse(card.startsAt), locale)
                  : lengthWords(card.replayDurationMs)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
