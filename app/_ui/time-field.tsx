'use client'

import { Group } from 'react-aria-components/Group'
import {
  TimeField as AriaTimeField,
  type TimeFieldProps as AriaTimeFieldProps,
  type TimeValue,
} from 'react-aria-components/TimeField'
import { classNames } from './class-names.ts'
import { DateSegments } from './date-segments.tsx'
import { FieldFrame, fieldGroup, type FieldTexts } from './field-frame.tsx'

export type TimeFieldProps<Value extends TimeValue> = Omit<
  AriaTimeFieldProps<Value>,
  'children' | 'className' | 'style' | 'isInvalid' | 'hourCycle'
> &
  FieldTexts & { className?: string }

/** A time of day, 24 hours. Values: `Time` of `@internationalized/date`. */
export function TimeField<Value extends TimeValue>({ label, hint, error, className, ...field }: TimeFieldProps<Value>) {
  return (
    <AriaTimeField
      {...field}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      className={classNames('block', className)}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className={fieldGroup} data-box="">
          <DateSegments />
        </Group>
      </FieldFrame>
    </AriaTimeField>
  )
}
