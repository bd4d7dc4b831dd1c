'use client'

import type { Editor } from '@tiptap/core'
import { ChevronDown, Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { Menu } from '#app/_ui/menu.tsx'

/** What can be done with the table that the caret stands in. Its word is seen where there is room. */
export function TableTools({ editor, isRoomy }: { editor: Editor; isRoomy: boolean }) {
  const t = useTranslations('plan')
  const commands = {
    rowAfter: () => editor.chain().focus().addRowAfter().run(),
    rowDelete: () => editor.chain().focus().deleteRow().run(),
    columnAfter: () => editor.chain().focus().addColumnAfter().run(),
    columnDelete: () => editor.chain().focus().deleteColumn().run(),
    tableDelete: () => editor.chain().focus().deleteTable().run(),
  }
  return (
    <Menu
      trigger={
        <Button tone="ghost" size="small" className="w-auto! gap-0.5! px-1.5!">
          <Icon of={Table2} />
          <span className={isRoomy ? 'mx-1 phone:sr-only' : 'sr-only'}>{t('tableTools')}</span>
          <Icon of={ChevronDown} size="small" />
        </Button>
      }
      entries={[
        { id: 'rowAfter', label: t('rowAfter') },
        { id: 'rowDelete', label: t('rowDelete') },
        { id: 'columnAfter', label: t('columnAfter') },
        { id: 'columnDelete', label: t('columnDelete') },
        { id: 'tableDelete', label: t('tableDelete'), isDangerous: true },
      ]}
      onAction={(id) => commands[id]()}
    />
  )
}
