'use client'

import type { ReactNode } from 'react'
import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'

export type RadioChoice<Id extends string> = { id: Id; label: ReactNode; note?: ReactNode; isDisabled?: boolean }

export type RadioGroupProps<Id extends string> = FieldTexts & {
  choices: readonly RadioChoice<Id>[]
  value?: Id | null
  defaultValue?: Id
  onChange?: (id: Id) => void
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
  /** Beside each other: for a few short words. */
  isRow?: boolean
  className?: string
}

const MARK =
  'mt-[3px] grid size-4 shrink-0 place-items-center rounded-full border group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-bamboo'

/** One of a few, all visible. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, hint, error, choices, onChange, isRow = false, className, ...field } = props
  const choose = (value: string) => {
    const chosen = choices.find((choice) => choice.id === value)
    if (chosen) onChange?.(chosen.id)
  }
  return (
    <AriaRadioGroup
      {...field}
      onChange={choose}
      isInvalid={error !== undefined}
      orientation={isRow ? 'horizontal' : 'vertical'}
      className={classNames('block', className)}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <div
          className={classNames(
            'flex',
            isRow ? 'flex-wrap gap-x-7 gap-y-2 phone:gap-y-0' : 'flex-col gap-2 phone:gap-0',
          )}
        >
          {choices.map((choice) => (
            <RadioField key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false}>
              <RadioButton className="group flex items-start gap-2 off:text-ink-4 phone:min-h-11 phone:py-2.5">
                {({ isSelected, isDisabled }) => (
                  <>
                    <span
                      aria-hidden
                      className={classNames(
                        MARK,
                        isSelected ? 'border-bamboo bg-sheet' : 'border-edge bg-sheet',
                        isDisabled && 'border-line-2 bg-well',
                      )}
                    >
                      {isSelected && <span className="size-2 rounded-full bg-bamboo" />}
                    </span>
                    <span>
                      {choice.label}
                      {choice.note !== undefined && <span className="block text-meta text-ink-3">{choice.note}</span>}
                    </span>
                  </>
                )}
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
