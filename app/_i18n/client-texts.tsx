import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UiLocale } from '#app/_ui/ui-locale.tsx'

type ClientTextsProps = {
  /** Files of messages/<locale>/ whose texts the client components below use. */
  namespaces: readonly string[]
  children: ReactNode
}

/**
 * Lets the client components below use `useTranslations`, with the texts of the named namespaces only, and controls that
 * bring words of their own. It is not in the root layout because most public pages need no texts in the browser, and
 * their script budget is small.
 */
export async function ClientTexts({ namespaces, children }: ClientTextsProps) {
  const [messages, locale] = await Promise.all([getMessages(), getLocale()])
  const picked = Object.fromEntries(
    namespaces.map((namespace) => {
      const texts = messages[namespace]
      if (texts === undefined) throw new Error(`messages/<locale>/${namespace}.json does not exist`)
      return [namespace, texts]
    }),
  )
  return (
    <NextIntlClientProvider messages={picked}>
      <UiLocale locale={locale}>{children}</UiLocale>
    </NextIntlClientProvider>
  )
}
