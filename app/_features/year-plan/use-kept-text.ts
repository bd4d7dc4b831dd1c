import { useEffect, useRef, useState } from 'react'
import type { Refusal } from './use-year-plan.ts'

const PAUSE_MS = 1_200

type KeptTextOptions = {
  /** Where it is kept on this device until it is on the server. */
  name: string
  stored: string
  save: (text: string) => Promise<Refusal | null>
}

export type KeptTextStatus = 'idle' | 'typed' | 'saving' | 'saved' | 'failed' | 'conflict'

export interface KeptText {
  text: string
  status: KeptTextStatus
  /** What somebody else has written meanwhile, of a conflict. */
  stored: string
  type: (text: string) => void
  /** Sends what is not saved yet, also over what somebody else wrote. False: it is still not saved. */
  flush: () => Promise<boolean>
  /** Theirs instead of one's own. */
  giveUp: () => void
}

/** A text that saves itself when typing pauses. What is not on the server is on this device, and comes back with the page. */
export function useKeptText({ name, stored, save }: KeptTextOptions): KeptText {
  const key = `tongke:kept-text:${name}`
  const [typed, setTyped] = useState<string | null>(null)
  const [status, setStatus] = useState<KeptTextStatus>('idle')
  const newest = useRef<string | null>(null)

  const hold = (text: string | null) => {
    newest.current = text
    setTyped(text)
    keep(key, text)
  }

  const flush = async (): Promise<boolean> => {
    const sent = newest.current
    if (sent === null) return true
    setStatus('saving')
    const refused = await save(sent)
    if (refused !== null) {
      setStatus(refused.code === 'CONFLICT' ? 'conflict' : 'failed')
      return false
    }
    if (newest.current !== sent) {
      setStatus('typed')
      return false
    }
    hold(null)
    setStatus('saved')
    return true
  }
  const flushNow = useRef(flush)
  useEffect(() => {
    flushNow.current = flush
  })

  // What a closed page had not sent is there again when the page is.
  useEffect(() => {
    const left = kept(key)
    if (left === null) return undefined
    // After the page stands as the server has drawn it.
    const timer = setTimeout(() => {
      newest.current = left
      setTyped(left)
      setStatus('typed')
    })
    return () => clearTimeout(timer)
  }, [key])

  useEffect(() => {
    if (status !== 'typed') return undefined
    const timer = setTimeout(() => void flushNow.current(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [status, typed])

  useEffect(() => {
    if (status !== 'failed') return undefined
    const again = () => void flushNow.current()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [status])

  return {
    text: typed ?? stored,
    ...{ status, stored, flush },
    type: (text) => {
      hold(text)
      // Whoever has been told that somebody else was first decides whose text stands.
      if (status !== 'conflict') setStatus('typed')
    },
    giveUp: () => {
      hold(null)
      setStatus('idle')
    },
  }
}

function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // No room, or not allowed: the text is still on the page.
    return
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // The browser keeps nothing for this site.
    return null
  }
}
