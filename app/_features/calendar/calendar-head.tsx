import { ChevronLeft, ChevronRight } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { CALENDAR_VIEWS, rangeOf, turn } from '#core/domain/activity/calendar-view.ts'
import { addDays, dayStart, firstOfMonth, type CityDay } from '#core/domain/activity/city-days.ts'
import { dayWords, monthOfYearWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { Link } from '#app/_ui/link.tsx'
import { hrefOfCalendar, type CalendarQuery } from './calendar-query.ts'

type CalendarHeadProps = { query: CalendarQuery; day: CityDay; today: CityDay }

/** Which time is shown, the way to what is before and after, and the three views. */
export async function CalendarHead({ query, day, today }: CalendarHeadProps) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()])
  const { view } = query
  const hrefOf = (change: Partial<CalendarQuery>) => hrefOfCalendar({ ...query, cursor: undefined, ...change })
  const { fromDay, days } = rangeOf(view, day)
  const first = dayStart(view === 'month' ? firstOfMonth(day) : fromDay)
  const words =
    view === 'month'
      ? monthOfYearWords(first, locale)
      : view === 'week'
        ? t('range', { from: dayWords(first, locale), to: dayWords(dayStart(addDays(fromDay, days - 1)), locale) })
        : t('from', { day: dayWords(first, locale) })
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 phone:mb-2">
      <h2 className="mr-2 font-song text-h3 font-semibold" aria-live="polite">
        {words}
      </h2>
      <nav aria-label={t('turn')} className="flex items-center gap-1">
        {([-1, 1] as const).map((by) => (
          <Link
            key={by}
            href={hrefOf({ day: turn(view, { day, by }) })}
            rel={by === -1 ? 'prev' : 'next'}
            aria-label={t(`turns.${view}.${by === -1 ? 'before' : 'after'}`)}
            className="touch-area grid size-9 place-items-center rounded-control text-ink-2 hovered:bg-well hovered:text-ink"
          >
            <Icon of={by === -1 ? ChevronLeft : ChevronRight} />
          </Link>
        ))}
        <Link
          href={hrefOf({ day: undefined })}
          {...(day === today ? { 'aria-current': 'date' as const } : {})}
          className={classNames(
            'touch-area rounded-control px-2.5 py-1 text-meta hovered:bg-well hovered:text-ink',
            day === today ? 'text-ink-3' : 'text-ink-2',
          )}
        >
          {t('today')}
        </Link>
      </nav>
      <nav aria-label={t('view')} className="ml-auto flex gap-1 text-meta phone:ml-0 phone:basis-full">
        {CALENDAR_VIEWS.map((choice) => (
          <Link
            key={choice}
            href={hrefOf({ view: choice, day: query.day })}
            {...(choice === view ? { 'aria-current': 'true' as const } : {})}
            className={classNames(
              'touch-area flex h-7 items-center rounded-control px-2.5 hovered:bg-well',
              choice === view ? 'bg-well font-medium text-ink' : 'text-ink-2',
            )}
          >
            {t(`views.${choice}`)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
