import { z } from 'zod'
import { activityCard, agendaItem } from './activity.ts'
import { id, instant, sessionMs } from './fields.ts'

export const PACKAGE_MESSAGES_MAX = 300

/** What an activity leaves behind, told from its log alone. Times are on the session's clock, as the replay's are. */
export const sessionPackage = z.object({
  activity: activityCard,
  heldAt: instant,
  durationMs: sessionMs,
  hasReplay: z.boolean(),
  /** `startMs`: when the host first came to it; null where they never did. */
  agenda: z.array(agendaItem.extend({ startMs: sessionMs.nullable() })),
  /** Without those that were deleted; the first `PACKAGE_MESSAGES_MAX`, in their order. */
  messages: z.array(z.object({ id, atMs: sessionMs, name: z.string(), organisation: z.string(), text: z.string() })),
  messageCount: z.number().int(),
  attendance: z.object({
    /** With an account; guests are only counted. Who was there longest first. */
    people: z.array(
      z.object({
        personId: id,
        name: z.string(),
        organisation: z.string(),
        presentMs: z.number(),
        spokenMs: z.number(),
      }),
    ),
    guests: z.number().int(),
  }),
  /** Of the plan while the session ran. */
  edits: z.object({ count: z.number().int(), authors: z.array(z.string()) }),
})
export type SessionPackage = z.infer<typeof sessionPackage>
