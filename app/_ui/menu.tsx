'use client'

import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import type { PopoverProps } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { optionRow } from './option-list.tsx'
import { Floating } from './popover.tsx'

export type MenuEntry<Id extends string> = {
  id: Id
  label: string
  icon?: LucideIcon
  /** A key that does the same, at the row's end. */
  shortcut?: string
  /** Given, the row is a link. */
  href?: string
  /** Ochre: what cannot be taken back. */
  isDangerous?: boolean
  isDisabled?: boolean
  isSelected?: boolean
}

export type MenuProps<Id extends string> = {
  /** A Button or IconButton of this folder; its word is the menu's name. */
  trigger: ReactNode
  entries: readonly MenuEntry<Id>[]
  onAction?: (id: Id) => void
  placement?: PopoverProps['placement']
}

/** A list of things to do, opened by a button; arrow keys, typing ahead and Escape as everywhere. */
export function Menu<Id extends string>({ trigger, entries, onAction, placement }: MenuProps<Id>) {
  const act = (key: unknown) => {
    const chosen = entries.find((entry) => entry.id === key)
    if (chosen) onAction?.(chosen.id)
  }
  return (
    <MenuTrigger>
      {trigger}
      <Floating {...(placement === undefined ? {} : { placement })} className="min-w-44">
        <AriaMenu onAction={act} className="p-1.5 outline-none">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              {...(entry.href === undefined ? {} : { href: entry.href })}
              className={classNames(
                optionRow,
                entry.isDangerous && 'text-ochre hovered:bg-ochre-wash focused:bg-ochre-wash',
                entry.isSelected && 'text-bamboo',
              )}
            >
              <span className="flex items-center gap-2">
                {entry.icon !== undefined && <Icon of={entry.icon} size="small" />}
                {entry.label}
              </span>
              {entry.shortcut !== undefined && (
                <kbd className="font-sans text-caption text-ink-3">{entry.shortcut}</kbd>
              )}
              {entry.isSelected === true && <Icon of={Check} size="small" />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Floating>
    </MenuTrigger>
  )
}
