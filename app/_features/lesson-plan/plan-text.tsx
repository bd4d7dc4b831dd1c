import type { PlanBlock } from '#core/contract/plan-block.ts'
import { isSectionHeading } from '#core/lesson-plan/outline.ts'
import { PlanBlocks, type BlockDrawing } from './plan-blocks.tsx'

/** The outline's links lead to the headings, also before there is a script. */
const DRAWING: BlockDrawing = { attributesOf: (block) => (isSectionHeading(block) ? { id: block.key } : {}) }

/** The text of a plan as it stands in the page's HTML, until the editor takes its place. Drawn by the server. */
export function PlanText({ blocks }: { blocks: readonly PlanBlock[] }) {
  return (
    <div className="plan-text">
      <PlanBlocks blocks={blocks} drawing={DRAWING} />
    </div>
  )
}
