'use client'

import {
  DateField as AriaDateField,
  type DateFieldProps as AriaDateFieldProps,
  type DateValue,
} from 'react-aria-components/DateField'
import { Group } from 'react-aria-components/Group'
import { classNames } from './class-names.ts'
import { DateSegments } from './date-segments.tsx'
import { FieldFrame, fieldGroup, type FieldTexts } from './field-frame.tsx'

export type DateFieldProps<Value extends DateValue> = Omit<
  AriaDateFieldProps<Value>,
  'children' | 'className' | 'style' | 'isInvalid'
> &
  FieldTexts & { className?: string }

/** A date (or date and time, by `granularity`) typed part by part. Values: `@internationalized/date`. */
export function DateField<Value extends DateValue>(props: DateFieldProps<Value>) {
  const { label, hint, error, className, ...field } = props
  return (
    <AriaDateField {...field} isInvalid={error !== undefined} className={classNames('block', className)}>
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className={fieldGroup} data-box="">
          <DateSegments />
        </Group>
      </FieldFrame>
    </AriaDateField>
  )
}
