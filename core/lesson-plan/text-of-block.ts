import type { PlanBlock } from '#core/contract/plan-block.ts'
import { NODE } from './names.ts'

/** The text of a block with all that is inside, nested blocks on lines of their own. */
export function textOfBlock(block: PlanBlock): string {
  const parts: string[] = []
  for (const child of block.children) {
    if (child.kind === 'text') parts.push(child.text)
    else if (child.name === NODE.hardBreak) parts.push('\n')
    else parts.push(parts.length === 0 ? textOfBlock(child) : `\n${textOfBlock(child)}`)
  }
  return parts.join('')
}
