'use client'

import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch'
import { classNames } from './class-names.ts'

export type SwitchProps = Omit<SwitchFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
  /** What is on when it is on. Leave out only with `aria-label`. */
  children?: ReactNode
  className?: string
}

/** Takes effect at once; for what is sent later use Checkbox. */
export function Switch({ children, className, ...field }: SwitchProps) {
  return (
    <SwitchField {...field} className={classNames('block', className)}>
      <SwitchButton className="group touch-area inline-flex items-center gap-2 off:text-ink-4">
        {({ isSelected, isDisabled }) => (
          <>
            <span
              aria-hidden
              className={classNames(
                'relative inline-block h-5 w-8.5 shrink-0 rounded-full transition-colors duration-(--t-1)',
                'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-bamboo',
                isDisabled ? 'bg-press' : isSelected ? 'bg-bamboo' : 'bg-edge',
              )}
            >
              <span
                className={classNames(
                  'absolute top-[3px] left-[3px] size-3.5 rounded-full bg-sheet transition-transform duration-(--t-1)',
                  isSelected && 'translate-x-3.5',
                )}
              />
            </span>
            {children !== undefined && <span>{children}</span>}
          </>
        )}
      </SwitchButton>
    </SwitchField>
  )
}
