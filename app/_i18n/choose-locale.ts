'use server'

import { cookies } from 'next/headers'
import { LOCALE_COOKIE, parseLocale } from './locales.ts'

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Form action: remembers the language named by the field `locale`. An unknown one means the default. */
export async function chooseLocale(form: FormData): Promise<void> {
  const wanted = form.get('locale')
  const locale = parseLocale(typeof wanted === 'string' ? wanted : undefined)
  ;(await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: ONE_YEAR_S, sameSite: 'lax' })
}
