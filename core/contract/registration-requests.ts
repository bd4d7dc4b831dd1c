import { z } from 'zod'
import { cursor, id, paragraph } from './fields.ts'
import { heldRegistrationState, registrant, registrationCounts, registrationState } from './registrations.ts'

/** Most that are decided at once: a page of the list. */
export const DECIDED_AT_ONCE = 100

const nothing = z.object({})

/** 报名. */
export const registrationRequests = {
  /**
   * For oneself; who is registered already is answered how they stand. Within a minute of cancelling it takes the
   * cancelling back: one comes to where one was, or to the head of those who wait where the place has gone.
   */
  'activity.register': {
    input: z.object({ activityId: id, link: z.string().max(64).optional() }),
    output: z.object({ state: heldRegistrationState }),
  },
  /** The place goes to the next who waits. */
  'activity.cancel-registration': { input: z.object({ activityId: id }), output: nothing },
  /** In the order of asking; without those who cancelled. */
  'registrations.list': {
    input: z.object({
      activityId: id,
      state: registrationState.exclude(['cancelled']).optional(),
      cursor,
      limit: z.number().int().min(1).max(DECIDED_AT_ONCE).default(50),
    }),
    output: z.object({ items: z.array(registrant), nextCursor: z.string().nullable(), counts: registrationCounts }),
  },
  /**
   * All or none. Approved beyond the capacity, the last to have asked wait. `CONFLICT` where one of them is not as the
   * list said. `reason` is told to the declined.
   */
  'registrations.decide': {
    input: z.object({
      activityId: id,
      decision: z.enum(['approve', 'decline']),
      people: z
        .array(z.object({ personId: id, version: z.number().int() }))
        .min(1)
        .max(DECIDED_AT_ONCE),
      reason: paragraph(200).default(''),
    }),
    output: nothing,
  },
  /** The host asks people to come: each is told once. Answers how many were new. */
  'registrations.invite': {
    input: z.object({ activityId: id, personIds: z.array(id).min(1).max(DECIDED_AT_ONCE) }),
    output: z.object({ invited: z.number().int() }),
  },
} as const
