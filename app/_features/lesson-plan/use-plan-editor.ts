'use client'

import { useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { PlanSession } from '#app/_client/collab-client.ts'
import { browserExtensions } from './browser-extensions.ts'
import { useAddPictures } from './use-add-pictures.ts'

interface UsePlanEditorOptions {
  session: PlanSession
  planId: string
  canEdit: boolean
}

/** The editor of an open plan; null until it stands. */
export function usePlanEditor({ session, planId, canEdit }: UsePlanEditorOptions) {
  const t = useTranslations('plan')
  const addPictures = useAddPictures(planId)
  const editor = useEditor(
    {
      extensions: browserExtensions({ session, placeholder: t('placeholder'), addPictures }),
      editable: canEdit,
      // It would be a style element without the page's nonce: plan.css has what ProseMirror needs.
      injectCSS: false,
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: 'plan-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('editorLabel'),
          'aria-description': t('wayOut'),
        },
      },
    },
    [session],
  )
  useEffect(() => {
    editor?.setEditable(canEdit, false)
  }, [editor, canEdit])
  return editor
}
