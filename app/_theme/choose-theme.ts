'use server'

import { cookies } from 'next/headers'
import { parseTheme, THEME_COOKIE } from './themes.ts'

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Form action: remembers the theme named by the field `theme`. An unknown one means following the system. */
export async function chooseTheme(form: FormData): Promise<void> {
  const wanted = form.get('theme')
  const theme = parseTheme(typeof wanted === 'string' ? wanted : undefined)
  ;(await cookies()).set(THEME_COOKIE, theme, { path: '/', maxAge: ONE_YEAR_S, sameSite: 'lax' })
}
