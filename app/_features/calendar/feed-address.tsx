'use client'

import { useId, useState } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { plainBox, plainLabel } from '#app/_ui/plain-field.ts'

type FeedAddressProps = {
  /** Whole, https. */
  url: string
  texts: { label: string; copy: string; copied: string; add: string }
}

/** An address to subscribe to: calendars on this device take it by `webcal:`, others by pasting it. A plain field, for public pages. */
export function FeedAddress({ url, texts }: FeedAddressProps) {
  const fieldId = useId()
  const [copied, setCopied] = useState<string>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(url)
    } catch {
      // Without HTTPS there is no clipboard: the address stands there, to be marked by hand.
      setCopied(undefined)
    }
  }
  return (
    <div className="max-w-160">
      <label htmlFor={fieldId} className={plainLabel}>
        {texts.label}
      </label>
      <input
        id={fieldId}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className={`${plainBox} text-ui`}
      />
      <p className="mt-2.5 flex flex-wrap gap-3">
        <a href={url.replace(/^https?:/, 'webcal:')} className={buttonStyle({ size: 'small' })}>
          {texts.add}
        </a>
        <button type="button" onClick={() => void copy()} className={buttonStyle({ size: 'small', tone: 'ghost' })}>
          <span aria-live="polite">{copied === url ? texts.copied : texts.copy}</span>
        </button>
      </p>
    </div>
  )
}
