'use client'

import type { LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Icon } from '#app/_ui/icon.tsx'
import { Tooltip } from '#app/_ui/tooltip.tsx'

type ToolButtonProps = {
  icon: LucideIcon
  label: string
  shortcut?: string
  /** Given, the tool is on or off; left out, it acts once. */
  isOn?: boolean
  isDisabled?: boolean
  onPress: () => void
}

/** A tool of the editor. The caret stays in the text while it is pressed. */
export function ToolButton({ icon, label, shortcut, isOn = false, isDisabled = false, onPress }: ToolButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <ToggleButton
        aria-label={label}
        isSelected={isOn}
        isDisabled={isDisabled}
        onPress={onPress}
        preventFocusOnPress
        className="touch-area grid size-8 shrink-0 phone:size-7 place-items-center rounded-control text-ink-2 transition-colors duration-(--t-1) hovered:bg-well hovered:text-ink off:text-ink-4 selected:bg-well selected:text-ink"
      >
        <Icon of={icon} />
      </ToggleButton>
    </Tooltip>
  )
}
