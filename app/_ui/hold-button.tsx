'use client'

import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { buttonStyle, type ButtonLook } from './button-style.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

const DEFAULT_HOLD_MS = 2_000

export type HoldButtonProps = ButtonLook & {
  /** 按住结束 */
  label: string
  /** What it says while it is held: 继续按住. Same length keeps the row still. */
  holdingLabel: string
  icon?: LucideIcon
  /** How long it must be held. */
  holdMs?: number
  /** Called once, when the time is up. */
  onHeld: () => void
  isDisabled?: boolean
}

/**
 * For what must not happen by accident: pressed and held by pointer, Space or Enter. Letting go or moving away earlier
 * does nothing. The fill shows how long is left.
 */
export function HoldButton(props: HoldButtonProps) {
  const {
    label,
    holdingLabel,
    icon,
    holdMs = DEFAULT_HOLD_MS,
    onHeld,
    isDisabled = false,
    tone = 'danger',
    size,
  } = props
  const [isHolding, setIsHolding] = useState(false)
  const latestOnHeld = useRef(onHeld)
  useEffect(() => {
    latestOnHeld.current = onHeld
  }, [onHeld])

  useEffect(() => {
    if (!isHolding) return
    const timer = setTimeout(() => {
      setIsHolding(false)
      latestOnHeld.current()
    }, holdMs)
    return () => clearTimeout(timer)
  }, [isHolding, holdMs])

  return (
    <AriaButton
      isDisabled={isDisabled}
      onPressStart={() => setIsHolding(true)}
      onPressEnd={() => setIsHolding(false)}
      className={classNames(buttonStyle({ tone, size, isWide: props.isWide, className: props.className }), 'relative')}
    >
      <span aria-hidden className="absolute inset-0 overflow-hidden rounded-[5px]">
        <span
          className={classNames(
            'block h-full origin-left bg-current opacity-15',
            // Without motion the whole ground says that it is held.
            isHolding ? 'scale-x-100 transition-transform ease-linear motion-reduce:transition-none' : 'scale-x-0',
          )}
          style={isHolding ? { transitionDuration: `${holdMs}ms` } : {}}
        />
      </span>
      {icon !== undefined && <Icon of={icon} size="small" />}
      <span aria-live="polite">{isHolding ? holdingLabel : label}</span>
    </AriaButton>
  )
}
