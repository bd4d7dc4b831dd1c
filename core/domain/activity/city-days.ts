import { dayNumberOf } from './city-calendar.ts'

const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** A day of the city as it is written: 2026-11-25. */
export type CityDay = string

/** The day that an instant falls into, on the city's clock. */
export const dayOf = (epochMs: number): CityDay => new Date(epochMs + OFFSET_MS).toISOString().slice(0, 10)

/** 00:00 of a day on the city's clock. */
export const dayStart = (day: CityDay): number => Date.parse(`${day}T00:00:00+08:00`)

export const addDays = (day: CityDay, days: number): CityDay => dayOf(dayStart(day) + days * DAY_MS)

/** `count` days from `day` on. */
export const daysFrom = (day: CityDay, count: number): CityDay[] =>
  Array.from({ length: count }, (_, index) => addDays(day, index))

/** The Monday of a day's week. 1 January 1970 was a Thursday. */
export const mondayOf = (day: CityDay): CityDay => addDays(day, -((dayNumberOf(dayStart(day)) + 3) % 7))

export const firstOfMonth = (day: CityDay): CityDay => `${day.slice(0, 8)}01`

/** The first of a month that many months away. */
export function addMonths(day: CityDay, months: number): CityDay {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
