'use client'

import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '#app/_ui/icon.tsx'

type ShareButtonProps = { url: string; title: string; texts: { share: string; shared: string; failed: string } }

/** Hands the address to the phone's own sheet; elsewhere copies it and says so. */
export function ShareButton({ url, title, texts }: ShareButtonProps) {
  const [state, setState] = useState<'idle' | 'shared' | 'failed'>('idle')
  const share = async () => {
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
      try {
        await navigator.share({ url, title })
        return
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return
      }
    }
    try {
      await navigator.clipboard.writeText(url)
      setState('shared')
    } catch {
      setState('failed')
    }
  }
  return (
    <button
      type="button"
      onClick={() => void share()}
      className="touch-area flex items-center gap-1.5 text-ink-2 hovered:text-ink"
    >
      <Icon of={Share2} />
      <span aria-live="polite">
        {state === 'idle' ? texts.share : state === 'shared' ? texts.shared : texts.failed}
      </span>
    </button>
  )
}
