'use client'

import type { ReactNode } from 'react'
import { useIsOnline } from '#app/_ui/use-is-online.ts'

/** Says above the page that the network is gone, for as long as it is. */
export function OfflineLine({ children }: { children: ReactNode }) {
  const isOnline = useIsOnline()
  return <div role="status">{!isOnline && <p className="mt-3 text-meta text-ochre">{children}</p>}</div>
}
