'use client'

import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox'
import { FieldError } from 'react-aria-components/FieldError'
import { CheckBoxMark } from './check-box-mark.tsx'
import { classNames } from './class-names.ts'

export type CheckboxProps = Omit<CheckboxFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
  /** The words beside the box. Leave out only with `aria-label`. */
  children?: ReactNode
  error?: ReactNode
  className?: string
}

const RING =
  'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-bamboo'

/** A box to tick. */
export function Checkbox({ children, error, className, ...field }: CheckboxProps) {
  return (
    <CheckboxField {...field} isInvalid={error !== undefined} className={classNames('block', className)}>
      <CheckboxButton className="group touch-area inline-flex items-start gap-2 off:text-ink-4">
        {({ isSelected, isIndeterminate, isDisabled, isInvalid }) => (
          <>
            <CheckBoxMark
              state={isIndeterminate ? 'mixed' : isSelected ? 'on' : 'off'}
              className={classNames(
                'mt-[3px]',
                RING,
                isInvalid && 'border-ochre shadow-[inset_0_0_0_1px_var(--ochre)]',
                isDisabled && 'border-line-2 bg-well text-ink-4',
              )}
            />
            {children !== undefined && <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      <FieldError className="mt-1 block text-meta text-ochre">{error}</FieldError>
    </CheckboxField>
  )
}
