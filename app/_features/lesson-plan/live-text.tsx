'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useLayoutEffect } from 'react'
import type { PlanSession } from '#app/_client/collab-client.ts'
import { usePlanEditor } from './use-plan-editor.ts'

type LiveTextProps = {
  session: PlanSession
  planId: string
  canEdit: boolean
  /** With the editor, as soon as its text stands in the page and before that is painted; with null when it goes. */
  onStanding: (editor: Editor | null) => void
}

/** The text that one writes in. */
export function LiveText({ onStanding, ...options }: LiveTextProps) {
  const editor = usePlanEditor(options)
  useLayoutEffect(() => {
    onStanding(editor)
    return () => onStanding(null)
  }, [editor, onStanding])
  return <EditorContent editor={editor} />
}
