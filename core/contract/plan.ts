import { z } from 'zod'
import { id, personColour } from './fields.ts'

/** Hocuspocus document name of a plan. */
export const planDocumentName = (planId: string) => `plan:${planId}`

export const parsePlanDocumentName = (name: string): string | null => {
  const match = /^plan:(.+)$/.exec(name)
  const parsed = id.safeParse(match?.[1])
  return parsed.success ? parsed.data : null
}

export const planAccess = z.enum(['edit', 'comment', 'read', 'none'])
export type PlanAccess = z.infer<typeof planAccess>

/** Awareness field `user` of everybody whose caret is shown. */
export const planCaretUser = z.object({ personId: id, name: z.string(), colour: personColour })
export type PlanCaretUser = z.infer<typeof planCaretUser>

/** Stateless messages from the server on a plan's channel. */
export const planServerMessage = z.discriminatedUnion('type', [
  /**
   * Everything of this document up to `updateSeq` is on disk, and everything that this connection sent before its mark
   * `mark` (null: it sent none). A state vector would not do: it does not know of deletions.
   */
  z.object({
    type: z.literal('saved'),
    updateSeq: z.number().int(),
    atEpochMs: z.number().int(),
    mark: z.number().int().nullable(),
  }),
  /** Storing fails and is retried; nothing is lost, the texts stay in the browsers. */
  z.object({ type: z.literal('saving-failed') }),
  z.object({ type: z.literal('access'), access: planAccess }),
])
export type PlanServerMessage = z.infer<typeof planServerMessage>

/** Stateless messages from a client: answered by a `saved` with this mark once all that it sent before is on disk. */
export const planClientMessage = z.object({ type: z.literal('mark'), mark: z.number().int().nonnegative() })
export type PlanClientMessage = z.infer<typeof planClientMessage>

export const planFacts = z.object({
  planId: id,
  activityId: id,
  title: z.string(),
  access: planAccess,
  me: planCaretUser.nullable(),
  updatedAt: z.string().nullable(),
})
export type PlanFacts = z.infer<typeof planFacts>

export const PLAN_IMAGE_MAX_BYTES = 8_000_000
export const PLAN_IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const
