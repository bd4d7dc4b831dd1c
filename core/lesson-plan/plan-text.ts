import type * as Y from 'yjs'
import { readPlanTree } from './plan-tree.ts'
import { textOfBlock } from './text-of-block.ts'

/** What search finds a plan by: every block's text on its own line, empty lines left out. Derived, never read back. */
export function planSearchText(doc: Y.Doc): string {
  return readPlanTree(doc)
    .flatMap((block) => textOfBlock(block).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
