'use client'

import { useEffect, useRef, type FocusEvent, type ReactNode } from 'react'

type FocusRefugeProps = { label: string; className: string; children: ReactNode }

/** A region that may vanish with the focus in it, as the queue does with its last hand: the focus goes to the panel's tab. */
export function FocusRefuge({ label, className, children }: FocusRefugeProps) {
  const region = useRef<HTMLElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    const panel = region.current?.closest('aside')
    return () => {
      // A focus that has found another place stays there.
      if (!hadFocus.current || document.activeElement !== document.body) return
      panel?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
    }
  }, [])
  // What is removed tells nobody that it had the focus; so only a focus that goes elsewhere counts as gone.
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && region.current?.contains(relatedTarget) !== true) hadFocus.current = false
  }
  return (
    <section
      ref={region}
      aria-label={label}
      className={className}
      data-hands=""
      onFocus={() => (hadFocus.current = true)}
      onBlur={onBlur}
    >
      {children}
    </section>
  )
}
