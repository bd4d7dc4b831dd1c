'use client'

import { useEffect, useState } from 'react'

/**
 * While `isActive`, links ask before the page is left: `wanted` is the address that was pressed. Closing the tab and
 * typing an address are asked about by the browser itself.
 */
export function useLeaveGuard(isActive: boolean) {
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (!isActive) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const catchLink = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.origin !== location.origin) return
      if (link.pathname === location.pathname && link.hash !== '') return
      event.preventDefault()
      event.stopPropagation()
      // The phone's menu lies above everything, the question too.
      for (const menu of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) menu.hidePopover()
      setWanted(link.href)
    }
    window.addEventListener('beforeunload', ask)
    // Before Next's own handler of links, which listens on the root.
    document.addEventListener('click', catchLink, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', catchLink, { capture: true })
    }
  }, [isActive])
  return { wanted, stay: () => setWanted(null) }
}
