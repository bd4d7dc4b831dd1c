'use client'

import { useState } from 'react'

type CopyTextProps = { text: string; texts: { copy: string; copied: string; failed: string } }

export function CopyText({ text, texts }: CopyTextProps) {
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  return (
    <button
      type="button"
      onClick={() => void copy()}
      className="touch-area text-meta text-bamboo hovered:underline print:hidden"
    >
      <span aria-live="polite">{texts[state]}</span>
    </button>
  )
}
