'use client'

import { CalendarDays } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  DatePicker as AriaDatePicker,
  type DatePickerProps as AriaDatePickerProps,
  type DateValue,
} from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Calendar } from './calendar.tsx'
import { classNames } from './class-names.ts'
import { DateSegments } from './date-segments.tsx'
import { FieldFrame, fieldGroup, type FieldTexts } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { Floating } from './popover.tsx'

export type DatePickerProps<Value extends DateValue> = Omit<
  AriaDatePickerProps<Value>,
  'children' | 'className' | 'style' | 'isInvalid' | 'hourCycle'
> &
  FieldTexts & { className?: string }

/** A date typed part by part or chosen from a month. Values: `@internationalized/date`. */
export function DatePicker<Value extends DateValue>(props: DatePickerProps<Value>) {
  const { label, hint, error, className, ...field } = props
  return (
    <AriaDatePicker
      {...field}
      hourCycle={24}
      isInvalid={error !== undefined}
      className={classNames('block', className)}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className={fieldGroup} data-box="">
          <DateSegments />
          <Button className="touch-area -mr-1 grid size-7 place-items-center rounded-[4px] text-ink hovered:bg-well off:text-ink-4">
            <Icon of={CalendarDays} />
          </Button>
        </Group>
        <Floating placement="bottom end">
          <Dialog className="outline-none">
            <Calendar />
          </Dialog>
        </Floating>
      </FieldFrame>
    </AriaDatePicker>
  )
}
