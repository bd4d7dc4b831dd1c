'use client'

import { useSyncExternalStore } from 'react'
import { FailedScreen } from './_i18n/failed-screen.tsx'
import { DEFAULT_LOCALE, parseLocale } from './_i18n/locales.ts'

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

const neverChanges = () => () => undefined

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  // The layout has written it, and no provider stands around every page for this one.
  const locale = useSyncExternalStore(
    neverChanges,
    () => parseLocale(document.documentElement.lang),
    () => DEFAULT_LOCALE,
  )
  return <FailedScreen locale={locale} error={error} onRetry={reset} />
}
