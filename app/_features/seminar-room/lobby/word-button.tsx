'use client'

import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'

type WordButtonProps = Omit<ButtonProps, 'children' | 'className' | 'style'> & { children: string }

/** A word at the end of a row that acts. */
export function WordButton({ children, ...press }: WordButtonProps) {
  return (
    <AriaButton {...press} className="touch-area text-meta whitespace-nowrap text-bamboo off:text-ink-4">
      {children}
    </AriaButton>
  )
}
