'use client'

import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { buttonStyle, type ButtonLook } from './button-style.ts'
import { Icon } from './icon.tsx'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> &
  ButtonLook & {
    children: ReactNode
    /** The word while the work runs (报名中). While it is given the button does nothing and keeps its focus. */
    busyLabel?: string | undefined
  }

/** A button. Nothing spins: the word changes, the ring stands still. */
export function Button({ children, busyLabel, tone, size, isWide, className, ...press }: ButtonProps) {
  const isBusy = busyLabel !== undefined
  return (
    <AriaButton {...press} isPending={isBusy} className={buttonStyle({ tone, size, isWide, className })}>
      {isBusy ? (
        <>
          <Icon of={LoaderCircle} size={size === 'xs' || size === 'small' ? 'small' : 'normal'} />
          {busyLabel}
        </>
      ) : (
        children
      )}
    </AriaButton>
  )
}
