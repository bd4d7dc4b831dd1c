import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Held together with Tab, they are no other key. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta'])

/**
 * Escape, then Tab: out of the text (WCAG 2.1.2). Inside a table and a list Tab moves between cells and makes rows and
 * levels, for ever; after Escape the next Tab is the browser's. Any other key, a word or a press of the mouse takes Escape back.
 */
export const WayOut = Extension.create({
  name: 'wayOut',
  // Before the keys of tables and lists.
  priority: 1_000,
  addProseMirrorPlugins() {
    let isLeaving = false
    const stay = () => {
      isLeaving = false
      return false
    }
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              if (event.isComposing || MODIFIERS.has(event.key)) return false
              // True: whatever else listens for Tab in the editor does not hear of it, and the browser does.
              if (event.key === 'Tab' && isLeaving) return true
              isLeaving = event.key === 'Escape'
              return false
            },
            mousedown: stay,
            // Words that come without a key of their own: by pinyin, by voice.
            compositionstart: stay,
            beforeinput: stay,
            blur: stay,
          },
        },
      }),
    ]
  },
})
