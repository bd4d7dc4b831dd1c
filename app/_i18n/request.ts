import { getRequestConfig } from 'next-intl/server'
import { cookies } from 'next/headers'
import { LOCALE_COOKIE, parseLocale } from './locales.ts'
import { loadMessages } from './messages.ts'

/** The city keeps one clock; a teacher abroad still reads the times of the timetable. */
const TIME_ZONE = 'Asia/Shanghai'

export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  // A constant that the bundler puts in, not configuration: env.ts cannot serve it to bundled code.
  // eslint-disable-next-line no-restricted-properties
  const isDevelopment = process.env.NODE_ENV === 'development'
  const messages = await loadMessages(locale, { fresh: isDevelopment })
  return { locale, messages, timeZone: TIME_ZONE }
})
