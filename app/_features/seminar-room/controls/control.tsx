'use client'

import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Icon } from '#app/_ui/icon.tsx'
import { Tooltip } from '#app/_ui/tooltip.tsx'

type ControlProps = {
  icon: LucideIcon
  label: string
  /** A key that does the same. */
  shortcut?: string
  /** Something runs: full ink. */
  isOn?: boolean
  /** Something of one's own is going on for all to see: green. */
  isActive?: boolean
  isDisabled?: boolean
  isPressed?: boolean
  onPress: () => void
  className?: string
}

/** An icon above its word. */
export function Control(props: ControlProps) {
  const {
    icon,
    label,
    shortcut,
    isOn = false,
    isActive = false,
    isDisabled = false,
    isPressed,
    onPress,
    className,
  } = props
  const control = (
    <AriaButton
      isDisabled={isDisabled}
      onPress={onPress}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      {...(isOn ? { 'data-on': '' } : {})}
      {...(isActive ? { 'data-active': '' } : {})}
      className={`control ${className ?? ''}`}
    >
      <Icon of={icon} size="large" />
      <span>{label}</span>
    </AriaButton>
  )
  return shortcut === undefined ? (
    control
  ) : (
    <Tooltip text={label} shortcut={shortcut}>
      {control}
    </Tooltip>
  )
}
