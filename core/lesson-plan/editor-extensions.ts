import { Extension, Mark, mergeAttributes, type Extensions } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { MARK, NODE } from './names.ts'
import { isPlanImageAddress } from './plan-image-address.ts'

const SectionHeading = Extension.create({
  name: 'sectionHeading',
  addGlobalAttributes: () => [
    {
      types: [NODE.heading],
      attributes: {
        sectionId: {
          default: null,
          // A heading cut in two is still one section; a copied one is not the section.
          keepOnSplit: false,
          parseHTML: () => null,
          renderHTML: ({ sectionId }) => (typeof sectionId === 'string' ? { 'data-section': sectionId } : {}),
        },
      },
    },
  ],
})

const Highlight = Mark.create({
  name: MARK.highlight,
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: ({ HTMLAttributes }) => ['mark', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-h': () => this.editor.commands.toggleMark(MARK.highlight) }
  },
})

const PlanImage = Image.extend({
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: (element) => (isPlanImageAddress(element.getAttribute('src')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'img',
    mergeAttributes(HTMLAttributes, isPlanImageAddress(HTMLAttributes['src']) ? {} : { src: '' }),
  ],
})

/** What a plan is made of: the schema of the editor, without React, DOM or collaboration. Server and browser share it. */
export function planEditorExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      // Undo is the Y.Doc's: it takes back one's own edits only.
      undoRedo: false,
      // Writes into the document on opening it; several browsers would each add a line.
      trailingNode: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      strike: false,
      underline: false,
    }),
    SectionHeading,
    Highlight,
    PlanImage,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
  ]
}
