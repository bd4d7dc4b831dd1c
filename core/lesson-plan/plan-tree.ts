import * as Y from 'yjs'
import { z } from 'zod'
import type { PlanBlock, PlanNode, PlanText } from '#core/contract/plan-block.ts'
import { planFragment } from './names.ts'

/** Deeper than anybody writes. What is nested deeper by a program is left out: whoever reads it goes down as far. */
const MOST_DEPTH = 64

const delta = z.array(z.object({ insert: z.unknown(), attributes: z.record(z.string(), z.unknown()).optional() }))

/** The plan as plain data, for presenting and searching. One way: a document is never made from it (decision 004). */
export function readPlanTree(doc: Y.Doc): readonly PlanBlock[] {
  return planFragment(doc)
    .toArray()
    .filter((child) => child instanceof Y.XmlElement)
    .map((block) => readPlanBlock(block))
}

/** One block with all that is inside. */
export function readPlanBlock(node: Y.XmlElement, depth = 0): PlanBlock {
  return {
    kind: 'block',
    key: blockKeyOf(node),
    name: node.nodeName,
    attributes: node.getAttributes(),
    children: node.toArray().flatMap((child): PlanNode[] => {
      if (child instanceof Y.XmlText) return readText(child)
      return child instanceof Y.XmlElement && depth < MOST_DEPTH ? [readPlanBlock(child, depth + 1)] : []
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
