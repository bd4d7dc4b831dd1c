'use client'

import { buttonStyle } from './button-style.ts'

type FailedPageProps = {
  texts: { title: string; text: string; retry: string; home: string; number: string }
  /** A number to quote. */
  number?: string | undefined
  onRetry: () => void
}

/** The page when a page could not be drawn. Plain elements: it must not depend on what may have failed. */
export function FailedPage({ texts, number, onRetry }: FailedPageProps) {
  return (
    <main className="mx-auto max-w-140 px-6 pt-42 phone:pt-24">
      <h1 className="mb-2 font-song text-h1 font-semibold">{texts.title}</h1>
      <p className="text-body text-ink-2">{texts.text}</p>
      <div className="mt-6 flex gap-3">
        <button type="button" onClick={onRetry} className={buttonStyle({ tone: 'primary' })}>
          {texts.retry}
        </button>
        {/* A full load on purpose: whatever failed is thrown away with the page. */}
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
        <a href="/" className={buttonStyle({ tone: 'ghost' })}>
          {texts.home}
        </a>
      </div>
      {number !== undefined && (
        <p className="mt-7 border-t border-line pt-2.5 text-meta text-ink-3">
          {texts.number}
          <span className="ml-4 text-ink">{number}</span>
        </p>
      )}
    </main>
  )
}
