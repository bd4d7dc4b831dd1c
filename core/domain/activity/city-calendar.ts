/** The city has one time, without daylight saving: UTC+8. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000
const WEEK_MS = 7 * DAY_MS
/** 1 January 1970 was a Thursday: three days into a week that begins on Monday. */
const EPOCH_INTO_WEEK_MS = 3 * DAY_MS

export interface Span {
  fromEpochMs: number
  /** Not inside any more. */
  toEpochMs: number
}

/** Monday 00:00 to the next Monday 00:00, on the city's clock. */
export function weekOf(epochMs: number): Span {
  const local = epochMs + OFFSET_MS + EPOCH_INTO_WEEK_MS
  const fromEpochMs = Math.floor(local / WEEK_MS) * WEEK_MS - EPOCH_INTO_WEEK_MS - OFFSET_MS
  return { fromEpochMs, toEpochMs: fromEpochMs + WEEK_MS }
}

/** 1 January 00:00 to the next one, on the city's clock. */
export const yearOf = (epochMs: number): Span => spanOfYear(new Date(epochMs + OFFSET_MS).getUTCFullYear())

/** 0 for January, on the city's clock. */
export const monthIndexOf = (epochMs: number): number => new Date(epochMs + OFFSET_MS).getUTCMonth()

/** The instant of a time of day, `dayOffset` days after the day of `epochMs`, on the city's clock. */
export function cityTime(
  epochMs: number,
  { dayOffset, hours, minutes }: { dayOffset: number; hours: number; minutes: number },
): number {
  const midnight = Math.floor((epochMs + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS
  return midnight + dayOffset * DAY_MS + hours * 3_600_000 + minutes * 60_000
}

/** Days since 1 January 1970 on the city's clock: equal for two instants of one day, one more for the next. */
export const dayNumberOf = (epochMs: number): number => Math.floor((epochMs + OFFSET_MS) / DAY_MS)

/** 1 to 31, on the city's clock. */
export const dayOfMonth = (epochMs: number): number => new Date(epochMs + OFFSET_MS).getUTCDate()

export interface CityDate {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

/** The day on the city's calendar. */
export function cityDateOf(epochMs: number): CityDate {
  const local = new Date(epochMs + OFFSET_MS)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/** 1 January 00:00 of `year` to the next one. */
export const spanOfYear = (year: number): Span => ({
  fromEpochMs: Date.UTC(year) - OFFSET_MS,
  toEpochMs: Date.UTC(year + 1) - OFFSET_MS,
})
