import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { NODE } from '#core/lesson-plan/names.ts'

/** Writes the name of its column on every cell: where there is no room for a table, the cells stand below each other. */
export const CellLabels = Extension.create({
  name: 'cellLabels',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_config, { doc }) => labelsOf(doc),
        apply: (transaction, labels) => (transaction.docChanged ? labelsOf(transaction.doc) : labels),
      },
      props: {
        decorations(state) {
          return this.getState(state)
        },
      },
    }),
  ],
})

function labelsOf(doc: Node): DecorationSet {
  const decorations: Decoration[] = []
  doc.descendants((node, tablePos) => {
    if (node.type.name !== NODE.table) return !node.isTextblock
    const names = columnNames(node)
    node.forEach((row, rowOffset) =>
      row.forEach((cell, cellOffset, column) => {
        const name = names[column]
        if (cell.type.name !== NODE.tableCell || name === undefined) return
        const from = tablePos + 1 + rowOffset + 1 + cellOffset
        decorations.push(Decoration.node(from, from + cell.nodeSize, { 'data-label': name }))
      }),
    )
    return false
  })
  return DecorationSet.create(doc, decorations)
}

function columnNames(table: Node): string[] {
  const names: string[] = []
  table.firstChild?.forEach((cell) => {
    if (cell.type.name === NODE.tableHeader) names.push(cell.textContent)
  })
  return names
}
