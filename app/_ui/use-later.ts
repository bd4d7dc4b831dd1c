'use client'

import { useEffect, useState } from 'react'

/**
 * A part of the page that comes by itself, null until it is there. `load` stays the same.
 * Not `lazy`: what it wraps suspends once even when it is there, and React then keeps the fallback for 300 ms, which is longer
 * than everything else between 进入 and the first picture.
 */
export function useLater<Module>(load: () => Promise<Module>, { isNear }: { isNear: boolean }): Module | null {
  const [loaded, setLoaded] = useState<{ module: Module } | null>(null)
  useEffect(() => {
    if (!isNear) return
    load().then(
      (module) => setLoaded({ module }),
      (error: unknown) =>
        // To the page's error boundary.
        setLoaded(() => {
          throw error
        }),
    )
  }, [load, isNear])
  return loaded?.module ?? null
}
