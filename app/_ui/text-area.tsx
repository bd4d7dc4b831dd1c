'use client'

import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { fieldBox, FieldFrame, type FieldTexts } from './field-frame.tsx'

export type TextAreaProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> &
  FieldTexts & { placeholder?: string; rows?: number; className?: string }

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, placeholder, rows = 4, className, ...field }: TextAreaProps) {
  return (
    <AriaTextField {...field} isInvalid={error !== undefined} className={classNames('block', className)}>
      <FieldFrame label={label} hint={hint} error={error}>
        <AriaTextArea
          rows={rows}
          className={classNames(fieldBox, 'field-sizing-content h-auto min-h-24 resize-y py-2.5 leading-[1.625rem]')}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
