'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { uploadPlanPicture, type UploadedPicture } from '#app/_client/plan-pictures.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { showToast } from '#app/_ui/toast-queue.ts'
import { PLAN_IMAGE_MAX_BYTES } from '#core/contract/plan.ts'
import { NODE } from '#core/lesson-plan/names.ts'
import type { AddPictures } from './picture-drop.ts'

/** Uploads pictures one after the other and puts each into the text when it has arrived. Tells what went wrong. */
export function useAddPictures(planId: string): AddPictures {
  const t = useTranslations('plan')
  return useCallback(
    (editor, files, at) => {
      const addOne = async (file: File) => {
        if (file.size > PLAN_IMAGE_MAX_BYTES) {
          showToast({ kind: 'error', text: t('pictureTooLarge') })
          return
        }
        const endNotice = showToast({ kind: 'notice', text: t('pictureUploading') })
        try {
          insert(editor, await uploadPlanPicture(planId, file), { alt: altOf(file), at })
        } catch (error) {
          if (!(error instanceof RequestError)) throw error
          showToast({ kind: 'error', text: t('pictureFailed', { reason: error.message }) })
        } finally {
          endNotice()
        }
      }
      void files.reduce((before, file) => before.then(() => addOne(file)), Promise.resolve())
    },
    [planId, t],
  )
}

interface PicturePlace {
  alt: string
  /** Null: where the caret is. */
  at: number | null
}

function insert(editor: Editor, { url, widthPx, heightPx }: UploadedPicture, { alt, at }: PicturePlace): void {
  if (editor.isDestroyed) return
  // With its size: its place is kept for it in every browser until it has come.
  const image = { type: NODE.image, attrs: { src: url, alt, width: widthPx, height: heightPx } }
  const chain = editor.chain().focus()
  // The text may have become shorter while the picture was on its way.
  const place = at === null ? null : Math.min(at, editor.state.doc.content.size)
  if (place === null) chain.insertContent(image).run()
  else chain.insertContentAt(place, image).run()
}

/** The name of the file without its ending is the only description that there is. */
const altOf = (file: File) => file.name.replace(/\.[^.]*$/, '')
