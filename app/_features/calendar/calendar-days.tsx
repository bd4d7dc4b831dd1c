import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { dayStart, firstOfMonth, type CityDay } from '#core/domain/activity/city-days.ts'
import { dayOfMonth } from '#core/domain/activity/city-calendar.ts'
import { dayWords, weekdayLetter, weekdayWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Link } from '#app/_ui/link.tsx'
import { CalendarEntry } from './calendar-entry.tsx'
import { hrefOfCalendar, type CalendarQuery } from './calendar-query.ts'

type Day = HttpOutput<'calendar.days'>['days'][number]
type CalendarDaysProps = { days: readonly Day[]; query: CalendarQuery; day: CityDay; today: CityDay }

/** Seven columns of days; where it is narrow a line for each day that has something, from today on. */
export async function CalendarDays({ days, query, day, today }: CalendarDaysProps) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()])
  const isMonth = query.view === 'month'
  const past = days.filter((one) => one.day < today && one.count > 0 && isOf(one.day, { isMonth, month: day }))
  const isNow = days.some((one) => one.day === today)
  const first = days[0]?.day ?? day
  return (
    <>
      {isNow && past.length > 0 && (
        <p className="mb-2 text-meta roomy:hidden">
          <Link href={hrefOfCalendar({ ...query, view: 'list', day: past[0]?.day ?? first })} className="text-bamboo">
            {t('past', { count: past.reduce((sum, { count }) => sum + count, 0) })}
          </Link>
        </p>
      )}
      <ol className="border-line roomy:grid roomy:grid-cols-7 roomy:border-b">
        {days.slice(0, 7).map((one) => (
          <li key={one.day} aria-hidden className="border-line pb-1 pl-2 text-caption text-ink-3 narrow:hidden">
            {weekdayWords(dayStart(one.day), locale)}
          </li>
        ))}
        {days.map((one) => (
          <CalendarDay
            key={one.day}
            shown={one}
            query={query}
            today={today}
            isOther={!isOf(one.day, { isMonth, month: day })}
            isPastOfNow={isNow && one.day < today}
          />
        ))}
      </ol>
      {days.every(({ count, day: shown }) => count === 0 || (isNow && shown < today)) && (
        <p className="py-3 text-ink-3 roomy:hidden">{t('noneLeft')}</p>
      )}
    </>
  )
}

const isOf = (day: CityDay, { isMonth, month }: { isMonth: boolean; month: CityDay }) =>
  !isMonth || firstOfMonth(day) === firstOfMonth(month)

type CalendarDayProps = {
  shown: Day
  query: CalendarQuery
  today: CityDay
  /** Of the month before or after. */
  isOther: boolean
  isPastOfNow: boolean
}

async function CalendarDay({ shown, query, today, isOther, isPastOfNow }: CalendarDayProps) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()])
  const { day, count, activities } = shown
  const epochMs = dayStart(day)
  const isToday = day === today
  const more = count - activities.length
  const ofDay = hrefOfCalendar({ ...query, cursor: undefined, view: 'list', day })
  return (
    <li
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      className={classNames(
        'min-w-0 border-line pr-1.5 pl-2 roomy:min-h-22 roomy:border-t roomy:border-l roomy:pt-1 roomy:pb-1.5 roomy:nth-[7n+1]:border-l-0',
        query.view === 'week' && 'roomy:min-h-80',
        'narrow:grid narrow:grid-cols-[4rem_1fr] narrow:gap-x-2 narrow:border-t narrow:px-0 narrow:py-1.5',
        (count === 0 || isOther || isPastOfNow) && !isToday && 'narrow:hidden',
        isOther && 'roomy:bg-well/40',
      )}
    >
      <p className="mb-1 flex items-baseline gap-1.5 text-caption whitespace-nowrap narrow:mb-0 narrow:pt-1">
        <Link
          href={ofDay}
          aria-label={t('ofDay', { day: dayWords(epochMs, locale), count })}
          className={classNames('touch-area hovered:text-bamboo', isToday ? 'text-bamboo' : 'text-ink-2')}
        >
          <b
            className={classNames(
              'font-song font-semibold',
              query.view === 'week' ? 'text-h2 leading-8' : 'text-[1.125rem] leading-6 narrow:text-h2 narrow:leading-8',
              isOther && 'font-normal text-ink-3',
            )}
          >
            {dayOfMonth(epochMs)}
          </b>
        </Link>
        <span className={classNames('roomy:hidden', isToday ? 'text-bamboo' : 'text-ink-3')}>
          {weekdayLetter(epochMs, locale)}
        </span>
        {isToday && <span className="text-bamboo narrow:hidden">{t('today')}</span>}
      </p>
      <div className="min-w-0">
        {activities.map((card) => (
          <CalendarEntry key={card.id} card={card} isFull={query.view === 'week'} />
        ))}
        {more > 0 && (
          <Link
            href={ofDay}
            className="touch-area block text-caption text-bamboo narrow:py-1.5 narrow:pl-12 hovered:underline"
          >
            {t('more', { count: more })}
          </Link>
        )}
        {count === 0 && isToday && <p className="text-caption text-ink-3 narrow:leading-8">{t('none')}</p>}
      </div>
    </li>
  )
}
