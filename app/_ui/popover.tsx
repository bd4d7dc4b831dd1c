'use client'

import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import { useScopedTheme } from './theme-scope.tsx'

/** The floating sheet of menus, lists and popovers. */
export const floatingSheet =
  'max-w-[calc(100vw-2rem)] overflow-auto rounded-control bg-sheet text-ui shadow-float outline-none transition duration-(--t-2) ease-calm ' +
  'entering:-translate-y-1 entering:opacity-0 exiting:opacity-0'

type FloatingProps = Omit<AriaPopoverProps, 'className' | 'style'> & { className?: string }

/** The bare floating sheet; Select, ComboBox, Menu and DatePicker hang their matter in it. */
export function Floating({ className, ...popover }: FloatingProps) {
  return <AriaPopover offset={4} {...popover} {...useScopedTheme()} className={classNames(floatingSheet, className)} />
}

type PopoverProps = {
  /** A Button or IconButton of this folder. */
  trigger: ReactNode
  /** Read aloud as the popover's name. */
  label: string
  placement?: AriaPopoverProps['placement']
  children: ReactNode
  className?: string
}

/** A small sheet beside its button, with focus inside; Escape or a press outside closes it. */
export function Popover({ trigger, label, placement = 'bottom start', children, className }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <Floating placement={placement} className={classNames('p-4', className)}>
        <Dialog aria-label={label} className="outline-none">
          {children}
        </Dialog>
      </Floating>
    </DialogTrigger>
  )
}
