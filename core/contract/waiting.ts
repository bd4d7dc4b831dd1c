import { z } from 'zod'
import { instant } from './fields.ts'

/** What can wait for somebody, by area: each has its words in messages/<locale>/desk.json, and a source (server/usecases/waiting). */
export const waitingKind = z.enum([
  'announcement.confirm',
  'application.district',
  'application.office',
  'application.returned',
  'membership.answer',
  'membership.office',
  'registration.asked',
  'resource.decide',
  'resource.returned',
  'year-plan.office',
  'year-plan.returned',
])
export type WaitingKind = z.infer<typeof waitingKind>

/** Things of one kind that are done at one place. */
export const waitingLine = z.object({
  kind: waitingKind,
  count: z.number().int().positive(),
  /** Of whom or what; empty where there are many. */
  name: z.string(),
  /** Of what has waited longest. */
  since: instant,
  /** Where it is done. */
  href: z.string(),
})
export type WaitingLine = z.infer<typeof waitingLine>

export const waitingRequests = {
  /** 待办: what has waited longest first. */
  'waiting.list': { input: z.object({}), output: z.object({ lines: z.array(waitingLine) }) },
} as const
