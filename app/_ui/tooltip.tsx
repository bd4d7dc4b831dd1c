'use client'

import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { useScopedTheme } from './theme-scope.tsx'

const SHOW_AFTER_MS = 500

type TooltipProps = {
  text: string
  /** A key that does the same. */
  shortcut?: string
  /** One focusable control of this folder (Button, IconButton). */
  children: ReactNode
}

/** A word for a control, on hover and on keyboard focus. Never the only place of an information. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  const theme = useScopedTheme()
  return (
    <TooltipTrigger delay={SHOW_AFTER_MS}>
      {children}
      <AriaTooltip {...theme} offset={6} className={tooltipStyle}>
        <TooltipText text={text} {...(shortcut === undefined ? {} : { shortcut })} />
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** The plate itself, for the gallery and for hints that are always shown. */
export const tooltipStyle =
  'rounded-[4px] bg-ink px-2.5 py-[5px] text-caption whitespace-nowrap text-paper transition-opacity duration-(--t-2) entering:opacity-0 exiting:opacity-0'

/** What stands on the plate. */
export function TooltipText({ text, shortcut }: { text: string; shortcut?: string }) {
  return (
    <>
      {text}
      {shortcut !== undefined && <kbd className="ml-3 font-sans opacity-70">{shortcut}</kbd>}
    </>
  )
}
