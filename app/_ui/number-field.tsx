'use client'

import { Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { classNames } from './class-names.ts'
import { FieldFrame, fieldGroup, type FieldTexts } from './field-frame.tsx'
import { Icon } from './icon.tsx'

export type NumberFieldProps = Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> &
  FieldTexts & {
    /** Stands after the number: 分钟. */
    unit?: ReactNode
    className?: string
  }

const STEP = 'touch-area grid size-7 place-items-center rounded-[4px] text-ink-2 hovered:bg-well off:text-ink-4'

/** A number with a step down and a step up. */
export function NumberField({ label, hint, error, unit, className, ...field }: NumberFieldProps) {
  return (
    <AriaNumberField {...field} isInvalid={error !== undefined} className={classNames('block', className)}>
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className={fieldGroup} data-box="">
          <Input className="min-w-0 flex-1 bg-transparent outline-none" />
          {unit !== undefined && <span className="text-meta text-ink-3">{unit}</span>}
          <Button slot="decrement" className={STEP}>
            <Icon of={Minus} size="small" />
          </Button>
          <Button slot="increment" className={STEP}>
            <Icon of={Plus} size="small" />
          </Button>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
