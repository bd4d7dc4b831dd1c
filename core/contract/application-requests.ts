import { z } from 'zod'
import {
  applicationCard,
  applicationDecision,
  applicationDetail,
  applicationForm,
  decisionResult,
  handedInState,
  mendingNotes,
  ownApplication,
  schoolCard,
} from './applications.ts'
import { cursor, id, line, paragraph } from './fields.ts'

const DECIDED_AT_ONCE_MAX = 60

const version = z.number().int().nonnegative()
const one = z.object({ applicationId: id, version })
const moved = z.object({ version })

/** 开通申请: what the applicant does, and those who decide. */
export const applicationRequests = {
  /** The newest of one's own; and what a new one would begin with, from what is known of the person. */
  'application.mine': {
    input: z.object({}),
    output: z.object({
      application: ownApplication.nullable(),
      beginning: z.object({ form: applicationForm, schoolName: z.string() }),
    }),
  },
  'application.schools': { input: z.object({ query: line(40) }), output: z.object({ schools: z.array(schoolCard) }) },
  /** Answered when it is on disk. Version 0 begins one; a version that is not the newest is `CONFLICT`. */
  'application.save': {
    input: z.object({ version, form: applicationForm }),
    output: z.object({ applicationId: id, version }),
  },
  'application.submit': { input: one, output: moved },
  /** While nobody has decided. */
  'application.withdraw': { input: one, output: moved },
  /** As it was handed in. */
  'application.get': { input: z.object({ applicationId: id }), output: applicationDetail },
  /** Of a state, or of what waits for who asks: what has waited longest first; what is decided, the newest first. */
  'applications.list': {
    input: z.object({
      state: handedInState.optional(),
      cursor,
      limit: z.number().int().min(1).max(60).default(50),
    }),
    output: z.object({
      state: handedInState,
      items: z.array(applicationCard),
      nextCursor: z.string().nullable(),
      counts: z.partialRecord(handedInState, z.number().int()),
    }),
  },
  /** Each by itself: what others have decided meanwhile does not hold up the rest. */
  'applications.decide': {
    input: z.object({
      items: z.array(one).min(1).max(DECIDED_AT_ONCE_MAX),
      decision: applicationDecision,
      /** Needed where it goes back or is refused; notes do for going back. */
      reason: paragraph(500).default(''),
      notes: mendingNotes.default({}),
    }),
    output: z.object({ results: z.array(decisionResult) }),
  },
} as const
