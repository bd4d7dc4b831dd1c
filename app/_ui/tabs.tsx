'use client'

import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { classNames } from './class-names.ts'

export type TabItem<Id extends string> = {
  id: Id
  label: string
  /** A small number after the word. */
  count?: number
  /** Something new is there: the word is in full ink. */
  isNew?: boolean
  isDisabled?: boolean
  content: ReactNode
}

export type TabsProps<Id extends string> = {
  /** Read aloud as the list's name. */
  label: string
  tabs: readonly TabItem<Id>[]
  value?: Id
  defaultValue?: Id
  onChange?: (id: Id) => void
  /** On phones the words spread over the width. */
  spreadsOnPhone?: boolean
  /** Panels stay in the document when not shown: for editors and scroll positions. */
  keepsPanels?: boolean
  className?: string
  listClassName?: string
  panelClassName?: string
}

const TAB =
  'group relative cursor-default py-[11px] whitespace-nowrap outline-none selected:font-semibold selected:text-ink off:text-ink-4 ' +
  "selected:after:absolute selected:after:inset-x-0 selected:after:-bottom-px selected:after:h-0.5 selected:after:bg-bamboo selected:after:content-['']"

/** Words on a line; the chosen one is underlined. No pills. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, value, defaultValue, onChange, spreadsOnPhone, keepsPanels = false } = props
  const choose = (key: unknown) => {
    const chosen = tabs.find((tab) => tab.id === key)
    if (chosen) onChange?.(chosen.id)
  }
  return (
    <AriaTabs
      {...(value === undefined ? {} : { selectedKey: value })}
      {...(defaultValue === undefined ? {} : { defaultSelectedKey: defaultValue })}
      onSelectionChange={choose}
      className={classNames('flex min-h-0 flex-col', props.className)}
    >
      <TabList
        aria-label={label}
        className={classNames(
          'flex gap-6 border-b border-line',
          spreadsOnPhone && 'phone:justify-between phone:gap-0',
          props.listClassName,
        )}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            isDisabled={tab.isDisabled ?? false}
            className={classNames(TAB, tab.isNew === true ? 'text-ink' : 'text-ink-2')}
          >
            <span className="group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-bamboo">
              {tab.label}
            </span>
            {tab.count !== undefined && <span className="ml-1 text-caption font-normal text-ink-3">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          shouldForceMount={keepsPanels}
          className={classNames('min-h-0 flex-1 data-inert:hidden', props.panelClassName)}
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
