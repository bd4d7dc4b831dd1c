'use client'

import { useEffect, useRef, useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { UploadQueue, type UploadItem } from '#app/_client/upload-queue.ts'

const NO_ITEMS: readonly UploadItem[] = []

/** As a picker narrows its files; what they are the server tells from their bytes. */
export const ACCEPTED_FILES = [
  ...['.pdf', '.doc', '.docx', '.ppt', '.pptx', '.pps', '.ppsx', '.xls', '.xlsx', '.odt', '.odp', '.ods'],
  ...['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'audio/*', 'video/mp4', 'video/webm', 'video/quicktime'],
] as const

/** Lives as long as the page; whoever leaves while something is under way is asked. */
export function useUploadQueue(settle: (uploadId: string) => Promise<HttpOutput<'resource.add'>>) {
  const [queue, setQueue] = useState<UploadQueue | null>(null)
  const [items, setItems] = useState(NO_ITEMS)
  const settleNow = useRef(settle)
  useEffect(() => {
    settleNow.current = settle
  }, [settle])
  useEffect(() => {
    const opened = new UploadQueue({ settle: (uploadId) => settleNow.current(uploadId), refusalOf })
    const forget = opened.store.subscribe(({ items: now }) => setItems(now))
    setQueue(opened)
    return () => {
      forget()
      opened.close()
    }
  }, [])
  const isBusy = items.some(({ state }) =>
    ['waiting', 'sending', 'paused', 'broken', 'checking'].includes(state.status),
  )
  useEffect(() => {
    if (!isBusy) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isBusy])
  return { queue, items }
}

function refusalOf(error: unknown): { message: string; code: string; isFinal: boolean } {
  if (!(error instanceof RequestError)) throw error
  return { message: error.message, code: error.code, isFinal: error.code === 'INVALID' || error.code === 'FORBIDDEN' }
}
