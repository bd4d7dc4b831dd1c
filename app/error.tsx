'use client'

import { useSyncExternalStore } from 'react'
import { ERROR_TEXTS } from './_i18n/error-texts.ts'
import { DEFAULT_LOCALE, parseLocale } from './_i18n/locales.ts'
import { FailedPage } from './_ui/failed-page.tsx'

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

const neverChanges = () => () => undefined

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  // The layout has written it, and no provider stands around every page for this one.
  const locale = useSyncExternalStore(
    neverChanges,
    () => parseLocale(document.documentElement.lang),
    () => DEFAULT_LOCALE,
  )
  return <FailedPage texts={ERROR_TEXTS[locale]} number={error.digest} onRetry={reset} />
}
