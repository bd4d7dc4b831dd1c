'use client'

import { useEffect, useMemo } from 'react'
import { partsBetween } from '#core/domain/resource/view-coverage.ts'
import { httpRequest } from '#app/_client/http-client.ts'

const SEND_EVERY_MS = 10_000

/** Tells the server which parts were seen, some seconds later and when the page goes away. Nobody waits for it. */
export function useNoteView(resourceId: string): { saw(from: number, to: number, options: { whole: number }): void } {
  const notes = useMemo(() => new ViewNotes(resourceId), [resourceId])
  useEffect(() => {
    const timer = setInterval(() => notes.send(), SEND_EVERY_MS)
    const leave = () => notes.send()
    document.addEventListener('visibilitychange', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', leave)
      notes.send()
    }
  }, [notes])
  return notes
}

class ViewNotes {
  readonly #resourceId: string
  readonly #told = new Set<number>()
  #unsent = new Set<number>()

  constructor(resourceId: string) {
    this.#resourceId = resourceId
  }

  saw(from: number, to: number, options: { whole: number }): void {
    for (const part of partsBetween(from, to, options)) if (!this.#told.has(part)) this.#unsent.add(part)
  }

  send(): void {
    const parts = [...this.#unsent]
    if (parts.length === 0) return
    this.#unsent = new Set()
    for (const part of parts) this.#told.add(part)
    httpRequest('resource.note-view', { resourceId: this.#resourceId, parts }).catch(() => {
      // Kept for the next time.
      for (const part of parts) {
        this.#told.delete(part)
        this.#unsent.add(part)
      }
    })
  }
}
