'use client'

import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from './class-names.ts'
import { fieldBox, FieldFrame, type FieldTexts } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { OptionList, type Option } from './option-list.tsx'
import { Floating } from './popover.tsx'

export type SelectProps<Id extends string> = FieldTexts & {
  options: readonly Option<Id>[]
  /** `null`: nothing chosen. Leave out, with `defaultValue`, for an uncontrolled field. */
  value?: Id | null
  defaultValue?: Id
  onChange?: (id: Id) => void
  /** The name in a form. */
  name?: string
  placeholder?: string
  isDisabled?: boolean
  isRequired?: boolean
  className?: string
}

/** One of a short list. For more than about fifteen use ComboBox. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hint, error, options, onChange, placeholder, className, ...field } = props
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.id === key)
    if (chosen) onChange?.(chosen.id)
  }
  return (
    <AriaSelect
      {...field}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={choose}
      isInvalid={error !== undefined}
      className={classNames('group block', className)}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Button
          className={classNames(
            fieldBox,
            'text-left group-data-invalid:border-ochre group-data-invalid:shadow-[inset_0_0_0_1px_var(--ochre)]',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-3" />
          <Icon of={ChevronDown} />
        </Button>
        <Floating className="w-(--trigger-width)">
          <OptionList options={options} />
        </Floating>
      </FieldFrame>
    </AriaSelect>
  )
}
