import type * as Y from 'yjs'

/** The one shared type of a plan's Y.Doc: the editor's document. */
export const PLAN_FRAGMENT = 'plan'

/** Typed access to the plan's content; makes it when the document is still empty. */
export const planFragment = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(PLAN_FRAGMENT)

/** Names of the editor's nodes and marks, as they stand in the Y.Doc. */
export const NODE = {
  paragraph: 'paragraph',
  heading: 'heading',
  bulletList: 'bulletList',
  orderedList: 'orderedList',
  listItem: 'listItem',
  blockquote: 'blockquote',
  hardBreak: 'hardBreak',
  table: 'table',
  tableRow: 'tableRow',
  tableHeader: 'tableHeader',
  tableCell: 'tableCell',
  image: 'image',
} as const

export const MARK = { bold: 'bold', italic: 'italic', highlight: 'highlight' } as const

/** Heading levels: the plan's title, a section, a heading within a section. */
export const TITLE_LEVEL = 1
export const SECTION_LEVEL = 2
