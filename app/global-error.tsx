'use client'

import './globals.css'
import { FailedScreen } from './_i18n/failed-screen.tsx'
import { DEFAULT_LOCALE } from './_i18n/locales.ts'

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void }

/** When even the layout has failed. The language is not known then. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang={DEFAULT_LOCALE}>
      <body>
        <FailedScreen locale={DEFAULT_LOCALE} error={error} onRetry={reset} />
      </body>
    </html>
  )
}
