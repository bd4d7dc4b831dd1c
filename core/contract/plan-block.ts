import { z } from 'zod'

export interface PlanText {
  kind: 'text'
  text: string
  marks: readonly string[]
}

/** A part of a plan as plain data, with all that is inside. */
export interface PlanBlock {
  kind: 'block'
  /** Names this block for as long as it exists, the same in every copy of the document. */
  key: string
  name: string
  /** As they stand in the document, where anybody who may edit can have written anything: whoever draws them looks first. */
  attributes: Readonly<Record<string, unknown>>
  children: readonly PlanNode[]
}

export type PlanNode = PlanBlock | PlanText

const planText = z.object({ kind: z.literal('text'), text: z.string(), marks: z.array(z.string()) })

export const planBlock: z.ZodType<PlanBlock> = z.lazy(() =>
  z.object({
    kind: z.literal('block'),
    key: z.string(),
    name: z.string(),
    attributes: z.record(z.string(), z.unknown()),
    children: z.array(z.union([planText, planBlock])),
  }),
)
