import { addDays, addMonths, firstOfMonth, mondayOf, type CityDay } from './city-days.ts'

export const CALENDAR_VIEWS = ['month', 'week', 'list'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

/** How far the list goes when one turns its page. */
const LIST_STEP_DAYS = 7

export interface CalendarRange {
  fromDay: CityDay
  days: number
}

/** What a view shows of the time around a day: whole weeks of Monday to Sunday. The list goes on from the day itself. */
export function rangeOf(view: CalendarView, day: CityDay): CalendarRange {
  switch (view) {
    case 'month': {
      const fromDay = mondayOf(firstOfMonth(day))
      let days = 28
      while (addDays(fromDay, days) < addMonths(day, 1)) days += 7
      return { fromDay, days }
    }
    case 'week':
      return { fromDay: mondayOf(day), days: 7 }
    case 'list':
      return { fromDay: day, days: LIST_STEP_DAYS }
    default:
      return view satisfies never
  }
}

/** The day that the page before or after stands for. */
export function turn(view: CalendarView, { day, by }: { day: CityDay; by: -1 | 1 }): CityDay {
  switch (view) {
    case 'month':
      return addMonths(day, by)
    case 'week':
      return addDays(mondayOf(day), by * 7)
    case 'list':
      return addDays(day, by * LIST_STEP_DAYS)
    default:
      return view satisfies never
  }
}
