/** Every time in the product is the city's, wherever the reader sits. */
const TIME_ZONE = 'Asia/Shanghai'

/** Dates as they stand in running text: figures keep a space from the characters around them. */
const spaced = (text: string) => text.replace(/(\d)(?=[年月日])/g, '$1 ').replace(/([年月])(?=\d)/g, '$1 ')

const write = (epochMs: number, locale: string, options: Intl.DateTimeFormatOptions) =>
  spaced(new Intl.DateTimeFormat(locale, { ...options, timeZone: TIME_ZONE }).format(epochMs))

/** 11 月 25 日; Nov 25. */
export const dayWords = (epochMs: number, locale: string) =>
  write(epochMs, locale, { month: locale === 'en' ? 'short' : 'long', day: 'numeric' })

/** 2026 年 11 月 25 日; Nov 25, 2026. */
export const dateWords = (epochMs: number, locale: string) =>
  write(epochMs, locale, { year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric' })

/** 2026 年 11 月; November 2026. */
export const monthOfYearWords = (epochMs: number, locale: string) =>
  write(epochMs, locale, { year: 'numeric', month: 'long' })

/** 周三; Wed. */
export const weekdayWords = (epochMs: number, locale: string) => write(epochMs, locale, { weekday: 'short' })

/** 三; W. */
export const weekdayLetter = (epochMs: number, locale: string) => write(epochMs, locale, { weekday: 'narrow' })

/** 十一月; Nov. `month` 0 is January. */
export function monthWords(month: number, locale: string): string {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
  if (locale !== 'en') return `${numerals[month] ?? ''}月`
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2_000, month))
}

/** 19:00, in both languages. */
export const clockWords = (epochMs: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE }).format(epochMs)

/** 1:12:40, or 58:22 below the hour. */
export function lengthWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`
}
