'use client'

import './globals.css'
import { ERROR_TEXTS } from './_i18n/error-texts.ts'
import { DEFAULT_LOCALE } from './_i18n/locales.ts'
import { FailedPage } from './_ui/failed-page.tsx'

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void }

/** When even the layout has failed. The language is not known then. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang={DEFAULT_LOCALE}>
      <body>
        <FailedPage texts={ERROR_TEXTS[DEFAULT_LOCALE]} number={error.digest} onRetry={reset} />
      </body>
    </html>
  )
}
