'use client'

import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Icon } from './icon.tsx'

export type Option<Id extends string = string> = { id: Id; label: string; note?: string; isDisabled?: boolean }

/** The row of menus and lists: 36 px, 44 on a phone. */
export const optionRow =
  'flex min-h-9 cursor-default items-center justify-between gap-4 rounded-[4px] px-2.5 py-1 outline-none phone:min-h-11 ' +
  'hovered:bg-well focused:bg-well ring:outline-2 ring:-outline-offset-2 ring:outline-bamboo selected:text-bamboo off:text-ink-4 [a&]:cursor-pointer'

type OptionListProps = {
  /** Left out inside a ComboBox, which filters its own. */
  options?: readonly Option[]
  emptyText?: string
}

/** The rows of a Select or ComboBox. */
export function OptionList({ options, emptyText }: OptionListProps) {
  return (
    <ListBox<Option>
      {...(options === undefined ? {} : { items: options })}
      className="max-h-72 overflow-auto p-1.5 outline-none"
      renderEmptyState={() => <p className="px-2.5 py-2 text-ink-3">{emptyText}</p>}
    >
      {(option) => (
        <ListBoxItem
          id={option.id}
          textValue={option.label}
          isDisabled={option.isDisabled ?? false}
          className={optionRow}
        >
          {({ isSelected }) => (
            <>
              <span>
                {option.label}
                {option.note !== undefined && <span className="ml-2 text-meta text-ink-3">{option.note}</span>}
              </span>
              {isSelected && <Icon of={Check} size="small" />}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
