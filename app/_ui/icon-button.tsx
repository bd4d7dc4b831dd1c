'use client'

import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import { Icon, type IconSize } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  icon: LucideIcon
  /** Says what it does; read aloud, and shown on hover and focus. */
  label: string
  /** A key that does the same, shown beside the label. */
  shortcut?: string
  iconSize?: IconSize
  /** `well` has a ground of its own; `plain` shows it only under the pointer. */
  tone?: 'plain' | 'well'
  className?: string
}

/** 40 px drawn, 44 px to touch. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, iconSize = 'normal', tone = 'plain', className, ...press } = props
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...press}
        aria-label={label}
        className={classNames(
          'touch-area grid size-10 shrink-0 place-items-center rounded-control transition-colors duration-(--t-1)',
          'hovered:bg-well hovered:text-ink pressed:bg-press off:text-ink-4',
          tone === 'well' ? 'bg-well text-ink' : 'text-ink-2',
          className,
        )}
      >
        <Icon of={icon} size={iconSize} />
      </AriaButton>
    </Tooltip>
  )
}
