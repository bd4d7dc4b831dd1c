import type { ActivityState } from '#core/contract/activity.ts'
import type { ItemProgress, PlanProgress } from '#core/contract/year-plans.ts'
import type { CityDate } from '../activity/city-calendar.ts'

interface PlannedTime {
  month: number
  /** Null: some day of the month. */
  day: number | null
}

/** The day, or where none is set the whole month, lies before `today`. */
export function isOver({ month, day }: PlannedTime, { year, today }: { year: number; today: CityDate }): boolean {
  if (year !== today.year) return year < today.year
  return month < today.month || (month === today.month && day !== null && day < today.day)
}

/** An item is done by itself when an activity of it was held; nobody ticks it. */
export function progressOf(
  { activities, ...time }: PlannedTime & { activities: readonly { state: ActivityState }[] },
  at: { year: number; today: CityDate },
): ItemProgress {
  if (activities.some(({ state }) => state === 'ended')) return 'held'
  if (activities.some(({ state }) => state === 'live')) return 'announced'
  if (isOver(time, at)) return 'late'
  return activities.some(({ state }) => state === 'published') ? 'announced' : 'planned'
}

export function planProgress(items: readonly { progress: ItemProgress }[]): PlanProgress {
  const count = (wanted: ItemProgress) => items.filter(({ progress }) => progress === wanted).length
  return { items: items.length, held: count('held'), announced: count('announced'), late: count('late') }
}

/** Where a new item begins: the next month without an activity, this one included; else this one. */
export function monthForNew(
  { year, months }: { year: number; months: readonly number[] },
  { today }: { today: CityDate },
): number {
  const from = year === today.year ? today.month : 1
  for (let month = from; month <= 12; month += 1) if (!months.includes(month)) return month
  return from
}
