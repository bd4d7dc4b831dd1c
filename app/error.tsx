'use client'

import { useLocale } from 'react-aria-components/I18nProvider'
import { ERROR_TEXTS } from './_i18n/error-texts.ts'
import { parseLocale } from './_i18n/locales.ts'
import { FailedPage } from './_ui/failed-page.tsx'

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const { locale } = useLocale()
  return <FailedPage texts={ERROR_TEXTS[parseLocale(locale)]} number={error.digest} onRetry={reset} />
}
