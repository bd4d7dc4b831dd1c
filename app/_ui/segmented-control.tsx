'use client'

import type { LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type Segment<Id extends string> = { id: Id; label: string; icon?: LucideIcon; isDisabled?: boolean }

export type SegmentedControlProps<Id extends string> = {
  /** Read aloud as the group's name. */
  label: string
  segments: readonly Segment<Id>[]
  value: Id
  onChange: (id: Id) => void
  className?: string
}

/** A mode: exactly one of two to four is on. The one that is on stands in a well. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, segments, value, onChange, className } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id))
        if (chosen) onChange(chosen.id)
      }}
      className={classNames('flex gap-1 text-meta', className)}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          isDisabled={segment.isDisabled ?? false}
          className="touch-area flex h-7 items-center gap-[5px] rounded-control px-2.5 text-ink-2 transition-colors duration-(--t-1) hovered:bg-well off:text-ink-4 selected:bg-well selected:font-medium selected:text-ink"
        >
          {segment.icon !== undefined && <Icon of={segment.icon} size="small" />}
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
