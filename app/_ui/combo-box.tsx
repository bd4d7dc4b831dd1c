'use client'

import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { classNames } from './class-names.ts'
import { FieldFrame, fieldGroup, type FieldTexts } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { OptionList, type Option } from './option-list.tsx'
import { Floating } from './popover.tsx'

export type ComboBoxProps<Id extends string> = FieldTexts & {
  options: readonly Option<Id>[]
  value?: Id | null
  defaultValue?: Id
  onChange?: (id: Id | null) => void
  /** What is being typed, for options fetched from the server. */
  inputValue?: string
  onInputChange?: (text: string) => void
  /** Stands in the list when nothing matches. */
  emptyText: string
  name?: string
  placeholder?: string
  isDisabled?: boolean
  isRequired?: boolean
  className?: string
}

/** One of a long list, found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, hint, error, options, onChange, emptyText, placeholder, className, ...field } = props
  const choose = (key: unknown) => onChange?.(options.find((option) => option.id === key)?.id ?? null)
  return (
    <AriaComboBox
      {...field}
      {...(props.inputValue === undefined ? { defaultItems: options } : { items: options })}
      onChange={choose}
      // Where nothing is asked yet, there is no answer: a list that is fetched stays shut, also after a choice.
      allowsEmptyCollection={props.inputValue?.trim() !== ''}
      menuTrigger="focus"
      isInvalid={error !== undefined}
      className={classNames('block', className)}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className={fieldGroup} data-box="">
          <Input
            className="min-w-0 flex-1 bg-transparent outline-none"
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <Button className="touch-area -mr-1 grid size-7 place-items-center text-ink">
            <Icon of={ChevronDown} />
          </Button>
        </Group>
        <Floating className="w-(--trigger-width)">
          <OptionList emptyText={emptyText} />
        </Floating>
      </FieldFrame>
    </AriaComboBox>
  )
}
