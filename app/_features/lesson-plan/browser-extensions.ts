import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Placeholder } from '@tiptap/extensions'
import { planEditorExtensions } from '#core/lesson-plan/editor-extensions.ts'
import { PLAN_FRAGMENT } from '#core/lesson-plan/names.ts'
import type { PlanSession } from '#app/_client/collab-client.ts'
import { caretExtension } from './caret-extension.ts'
import { CellLabels } from './cell-labels.ts'
import { CompositionHold } from './composition-hold.ts'
import { pictureDrop, type AddPictures } from './picture-drop.ts'
import { WayOut } from './way-out.ts'

export interface BrowserExtensionOptions {
  session: PlanSession
  /** In the line that is empty and has the caret. */
  placeholder: string
  addPictures: AddPictures
}

/** The plan's editor in a browser: the schema, bound to an open plan. */
export function browserExtensions({ session, placeholder, addPictures }: BrowserExtensionOptions): Extensions {
  const hold = new CompositionHold({
    onBegin: () => session.holdOthers(),
    onEnd: () => session.releaseOthers(),
  })
  const bound = Collaboration.extend({
    addProseMirrorPlugins() {
      return (this.parent?.() ?? []).map((plugin) => hold.withhold(plugin))
    },
  })
  return [
    ...planEditorExtensions(),
    bound.configure({ document: session.editorDoc, field: PLAN_FRAGMENT }),
    caretExtension({ carets: session.carets, hold }),
    hold.extension(),
    CellLabels,
    WayOut,
    Placeholder.configure({ placeholder, includeChildren: true }),
    pictureDrop(addPictures),
  ]
}
