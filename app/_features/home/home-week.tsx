import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ActivityCard } from '#core/contract/activity.ts'
import { dayNumberOf, dayOfMonth, weekOf } from '#core/domain/activity/city-calendar.ts'
import { clockWords, dayWords, weekdayLetter } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { hrefOfActivity } from './hrefs.ts'

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
const DAY_MS = 24 * 3_600_000

type HomeWeekProps = { activities: readonly ActivityCard[]; nowEpochMs: number }

/** 本周: seven columns; where it is narrow from today on, a line for each. */
export async function HomeWeek({ activities, nowEpochMs }: HomeWeekProps) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()])
  const { fromEpochMs } = weekOf(nowEpochMs)
  const last = fromEpochMs + 6 * DAY_MS
  const isOneMonth = dayOfMonth(last) > dayOfMonth(fromEpochMs)
  return (
    <Section
      title={t('week.title')}
      note={
        isOneMonth && locale !== 'en'
          ? t('week.rangeWithin', { from: dayWords(fromEpochMs, locale), to: dayOfMonth(last) })
          : t('week.range', { from: dayWords(fromEpochMs, locale), to: dayWords(last, locale) })
      }
      link={
        <TextLink href="/activities/calendar" tone="quiet">
          {t('week.all')}
        </TextLink>
      }
      gap="small"
    >
      <ol className="roomy:grid roomy:grid-cols-7">
        {DAYS.map((offset) => (
          <WeekDay
            key={offset}
            dayEpochMs={fromEpochMs + offset * DAY_MS}
            activities={activities}
            nowEpochMs={nowEpochMs}
          />
        ))}
      </ol>
    </Section>
  )
}

async function WeekDay({ dayEpochMs, activities, nowEpochMs }: HomeWeekProps & { dayEpochMs: number }) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()])
  const day = dayNumberOf(dayEpochMs)
  const today = dayNumberOf(nowEpochMs)
  const held = activities.filter(({ startsAt }) => dayNumberOf(Date.parse(startsAt)) === day)
  return (
    <li
      className={classNames(
        'border-line pr-2.5 pl-3 roomy:min-h-42 roomy:border-l roomy:first:border-0 roomy:first:pl-0',
        'narrow:grid narrow:grid-cols-[4rem_1fr] narrow:gap-x-2 narrow:border-t narrow:px-0 narrow:py-2.5',
        day < today && 'narrow:hidden',
      )}
      {...(day === today ? { 'aria-current': 'date' as const } : {})}
    >
      <p
        className={classNames(
          'flex items-baseline gap-1.5 text-caption whitespace-nowrap roomy:mb-2.5',
          day === today ? 'text-bamboo' : 'text-ink-3',
        )}
      >
        <b className={classNames('font-song text-h2 leading-8 font-semibold', day !== today && 'text-ink-2')}>
          {dayOfMonth(dayEpochMs)}
        </b>
        {weekdayLetter(dayEpochMs, locale)}
        {day === today && <span className="narrow:hidden">{t('week.today')}</span>}
      </p>
      <div className="min-w-0">
        {held.map((card) => (
          <WeekEntry key={card.id} card={card} />
        ))}
        {held.length === 0 && <p className="text-caption text-ink-3 narrow:leading-8">{t('week.none')}</p>}
      </div>
    </li>
  )
}

async function WeekEntry({ card }: { card: ActivityCard }) {
  const common = await getTranslations('common')
  const isLive = card.state === 'live'
  return (
    <Link
      href={hrefOfActivity(card)}
      className="mb-3 block leading-[1.3125rem] hovered:text-bamboo narrow:mb-1.5 narrow:grid narrow:grid-cols-[3rem_minmax(0,1fr)]"
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
        {isLive && <span className="sr-only">{common('states.live')}</span>}
      </time>
      <strong className={classNames('line-clamp-3', card.state === 'ended' ? 'font-normal text-ink-2' : 'font-medium')}>
        {card.title}
      </strong>
      <span className="block text-caption text-ink-3 narrow:col-start-2">
        <span className="whitespace-nowrap">{common(`kinds.${card.kind}`)}·</span>
        <wbr />
        <span className="whitespace-nowrap">{card.district ?? common('cityRun')}</span>
      </span>
    </Link>
  )
}
