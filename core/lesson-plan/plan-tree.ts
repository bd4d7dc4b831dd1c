import * as Y from 'yjs'
import { z } from 'zod'
import { planFragment } from './names.ts'

export interface PlanText {
  kind: 'text'
  text: string
  marks: readonly string[]
}

export interface PlanBlock {
  kind: 'block'
  /** Names this block for as long as it exists, the same in every copy of the document. */
  key: string
  name: string
  attributes: Readonly<Record<string, unknown>>
  children: readonly PlanNode[]
}

export type PlanNode = PlanBlock | PlanText

const delta = z.array(z.object({ insert: z.unknown(), attributes: z.record(z.string(), z.unknown()).optional() }))

/** The plan as plain data, for presenting and searching. One way: a document is never made from it (decision 004). */
export function readPlanTree(doc: Y.Doc): readonly PlanBlock[] {
  return planFragment(doc)
    .toArray()
    .filter((child) => child instanceof Y.XmlElement)
    .map(readPlanBlock)
}

/** One block with all that is inside. */
export function readPlanBlock(node: Y.XmlElement): PlanBlock {
  return {
    kind: 'block',
    key: blockKeyOf(node),
    name: node.nodeName,
    attributes: node.getAttributes(),
    children: node.toArray().flatMap((child): PlanNode[] => {
      if (child instanceof Y.XmlText) return readText(child)
      return child instanceof Y.XmlElement ? [readPlanBlock(child)] : []
    }),
  }
}

function readText(text: Y.XmlText): PlanText[] {
  return delta.parse(text.toDelta()).flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return []
    return [{ kind: 'text', text: insert, marks: Object.keys(attributes ?? {}) }]
  })
}

/** See `PlanBlock.key`. The root has no item and is called `root`. */
export function blockKeyOf(type: { _item: Y.Item | null }): string {
  const item = type._item
  return item === null ? 'root' : `${item.id.client}:${item.id.clock}`
}

/** The text of a block with all that is inside, nested blocks on lines of their own. */
export function textOfBlock(block: PlanBlock): string {
  const parts: string[] = []
  for (const child of block.children) {
    if (child.kind === 'text') parts.push(child.text)
    else if (child.name === 'hardBreak') parts.push('\n')
    else parts.push(parts.length === 0 ? textOfBlock(child) : `\n${textOfBlock(child)}`)
  }
  return parts.join('')
}
