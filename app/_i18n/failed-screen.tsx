'use client'

import { FailedPage } from '#app/_ui/failed-page.tsx'
import { ERROR_TEXTS } from './error-texts.ts'
import type { Locale } from './locales.ts'

export type FailedScreenProps = { locale: Locale; error: Error & { digest?: string }; onRetry: () => void }

/** The page when a page could not be drawn, with its texts. */
export function FailedScreen({ locale, error, onRetry }: FailedScreenProps) {
  return <FailedPage texts={ERROR_TEXTS[locale]} number={error.digest} onRetry={onRetry} />
}
