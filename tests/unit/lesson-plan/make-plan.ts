import { getSchema } from '@tiptap/core'
import * as Y from 'yjs'
import { planEditorExtensions } from '#core/lesson-plan/editor-extensions.ts'
import { planFragment } from '#core/lesson-plan/names.ts'
import { seedPlan } from '#core/lesson-plan/template.ts'

export const editorSchema = () => getSchema(planEditorExtensions())

export function makePlan(title: string): Y.Doc {
  const doc = new Y.Doc()
  seedPlan(doc, { title })
  return doc
}

/** The line under a section's heading. */
export function sectionParagraph(doc: Y.Doc, sectionId: string): Y.XmlElement {
  const blocks = elementsOf(planFragment(doc))
  const heading = blocks.findIndex((block) => block.getAttribute('sectionId') === sectionId)
  return must(blocks[heading + 1])
}

/** A cell's line; row 0 has the names of the columns. */
export function processCell(doc: Y.Doc, { row, column }: { row: number; column: number }): Y.XmlElement {
  const table = must(elementsOf(planFragment(doc)).find(({ nodeName }) => nodeName === 'table'))
  const cell = must(elementsOf(must(elementsOf(table)[row]))[column])
  return must(elementsOf(cell)[0])
}

export function setText(block: Y.XmlElement, text: string): void {
  block.doc?.transact(() => {
    block.delete(0, block.length)
    if (text !== '') block.insert(0, [new Y.XmlText(text)])
  })
}

const elementsOf = (parent: Y.XmlFragment) => parent.toArray().filter((child) => child instanceof Y.XmlElement)

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not in the template')
  return value
}
