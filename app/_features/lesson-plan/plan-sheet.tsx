'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import type { ReactNode } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import './plan.css'

type PlanSheetProps = {
  editor: Editor
  /** Above the text, on the same paper. */
  head?: ReactNode
  className?: string
}

/** What one writes on. */
export function PlanSheet({ editor, head, className }: PlanSheetProps) {
  return (
    <article className={classNames('plan-sheet', className)}>
      {head}
      <EditorContent editor={editor} />
    </article>
  )
}
