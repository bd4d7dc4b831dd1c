import { Extension, type Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { PLAN_IMAGE_TYPES } from '#core/contract/plan.ts'

/** Puts pictures into the text: at a position, or where the caret is. */
export type AddPictures = (editor: Editor, files: readonly File[], at: number | null) => void

/** Pictures that are pasted or dropped are handed over instead of being put into the text as they are. */
export function pictureDrop(addPictures: AddPictures): Extension {
  return Extension.create({
    name: 'pictureDrop',
    addProseMirrorPlugins() {
      const { editor } = this
      const take = (files: FileList | undefined, at: number | null): boolean => {
        const pictures = [...(files ?? [])].filter(({ type }) => PLAN_IMAGE_TYPES.some((accepted) => accepted === type))
        if (pictures.length === 0 || !editor.isEditable) return false
        addPictures(editor, pictures, at)
        return true
      }
      return [
        new Plugin({
          props: {
            handlePaste: (_view, { clipboardData }) => take(clipboardData?.files, null),
            handleDrop: (view, { clientX, clientY, dataTransfer }) =>
              take(dataTransfer?.files, view.posAtCoords({ left: clientX, top: clientY })?.pos ?? null),
          },
        }),
      ]
    },
  })
}
