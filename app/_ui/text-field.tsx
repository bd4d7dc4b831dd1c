'use client'

import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { fieldBox, FieldFrame, type FieldTexts } from './field-frame.tsx'

export type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> &
  FieldTexts & {
    placeholder?: string
    /** Stands inside the box at its end: a word button, a unit. */
    suffix?: ReactNode
    className?: string
  }

/** One line of text. */
export function TextField({ label, hint, error, placeholder, suffix, className, ...field }: TextFieldProps) {
  return (
    <AriaTextField {...field} isInvalid={error !== undefined} className={classNames('block', className)}>
      <FieldFrame label={label} hint={hint} error={error}>
        <div className="relative">
          <Input
            className={classNames(fieldBox, suffix !== undefined && 'pr-28')}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          {suffix !== undefined && (
            <div className="absolute inset-y-0 right-3 flex items-center text-meta">{suffix}</div>
          )}
        </div>
      </FieldFrame>
    </AriaTextField>
  )
}
