import type { Metadata, Viewport } from 'next'
import { getLocale } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'
import { SharedScript } from './shared-script.tsx'
import { parseTheme, THEME_COOKIE } from './_theme/themes.ts'

export const metadata: Metadata = {
  title: { default: '同课', template: '%s · 同课' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f5ef' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

/** Language and theme come from cookies, so that the first paint is right. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, cookieJar, requestHeaders] = await Promise.all([getLocale(), cookies(), headers()])
  const theme = parseTheme(cookieJar.get(THEME_COOKIE)?.value)
  const nonce = requestHeaders.get('x-nonce') ?? undefined
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <head>
        {/* React Aria reads it for the style elements it writes. */}
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        {children}
        <SharedScript />
      </body>
    </html>
  )
}
