'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Heading, Highlighter, Image, List, ListOrdered, Redo2, Table, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { PLAN_IMAGE_TYPES } from '#core/contract/plan.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { MARK, NODE } from '#core/lesson-plan/names.ts'
import { TableTools } from './table-tools.tsx'
import { ToolButton } from './tool-button.tsx'
import { useAddPictures } from './use-add-pictures.ts'

/** A heading within a section; sections themselves come with the template. */
const SUBHEADING = { level: 3 } as const
const NEW_TABLE = { rows: 3, cols: 3, withHeaderRow: true } as const

type PlanToolsProps = {
  editor: Editor
  planId: string
  /** Words have room beside the tools. */
  isRoomy?: boolean
}

/** The row of tools above the sheet. */
export function PlanTools({ editor, planId, isRoomy = false }: PlanToolsProps) {
  const t = useTranslations('plan')
  const addPictures = useAddPictures(planId)
  const file = useRef<HTMLInputElement>(null)
  const on = useEditorState({ editor, selector: ({ editor: now }) => readTools(now) })
  const chain = () => editor.chain().focus()
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      // Room for what a finger may hit and for the ring: else there is something to scroll, and a bar for it.
      className={classNames(
        '-m-2 flex min-w-0 items-center overflow-x-auto p-2 [scrollbar-width:none] phone:gap-0',
        // Beside the picture all of them fit only so.
        isRoomy ? 'gap-1' : 'gap-0.5 laptop:gap-0 laptop:[&>button]:w-6.5',
      )}
    >
      <ToolButton
        icon={Undo2}
        label={t('undo')}
        shortcut="Ctrl Z"
        isDisabled={!on.canUndo}
        onPress={() => chain().undo().run()}
      />
      <ToolButton
        icon={Redo2}
        label={t('redo')}
        shortcut="Ctrl Y"
        isDisabled={!on.canRedo}
        onPress={() => chain().redo().run()}
      />
      <Divider />
      <ToolButton
        icon={Heading}
        label={t('heading')}
        shortcut="Ctrl Alt 3"
        isOn={on.heading}
        isDisabled={on.inTable}
        onPress={() => chain().toggleHeading(SUBHEADING).run()}
      />
      <ToolButton
        icon={Bold}
        label={t('bold')}
        shortcut="Ctrl B"
        isOn={on.bold}
        onPress={() => chain().toggleBold().run()}
      />
      <ToolButton
        icon={Highlighter}
        label={t('highlight')}
        shortcut="Ctrl Shift H"
        isOn={on.highlight}
        onPress={() => chain().toggleMark(MARK.highlight).run()}
      />
      <ToolButton
        icon={ListOrdered}
        label={t('orderedList')}
        shortcut="Ctrl Shift 7"
        isOn={on.orderedList}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <ToolButton
        icon={List}
        label={t('bulletList')}
        shortcut="Ctrl Shift 8"
        isOn={on.bulletList}
        onPress={() => chain().toggleBulletList().run()}
      />
      {/* Within a table, in the same place: what can be done with it. */}
      {on.inTable ? (
        <TableTools editor={editor} isRoomy={isRoomy} />
      ) : (
        <ToolButton icon={Table} label={t('table')} onPress={() => chain().insertTable(NEW_TABLE).run()} />
      )}
      <ToolButton icon={Image} label={t('picture')} onPress={() => file.current?.click()} />
      {on.inTable && isRoomy && (
        <span className="ml-2 hidden text-meta whitespace-nowrap text-ink-3 wide:inline">{t('wayOut')}</span>
      )}
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept={PLAN_IMAGE_TYPES.join(',')}
        onChange={({ currentTarget }) => {
          addPictures(editor, [...(currentTarget.files ?? [])], null)
          // The same file may be chosen a second time.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}

const Divider = () => <span aria-hidden className="mx-1.5 h-4.5 w-px shrink-0 bg-line-2" />

function readTools(editor: Editor) {
  return {
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
    heading: editor.isActive(NODE.heading, SUBHEADING),
    bold: editor.isActive(MARK.bold),
    highlight: editor.isActive(MARK.highlight),
    orderedList: editor.isActive(NODE.orderedList),
    bulletList: editor.isActive(NODE.bulletList),
    inTable: editor.isActive(NODE.table),
  }
}
