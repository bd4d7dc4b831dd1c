'use client'

import { useSyncExternalStore, type ReactNode } from 'react'

function subscribe(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}

/** Says above the page that the network is gone, for as long as it is. */
export function OfflineLine({ children }: { children: ReactNode }) {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return <div role="status">{!isOnline && <p className="mt-3 text-meta text-ochre">{children}</p>}</div>
}
