import { z } from 'zod'
import { cursor, id, instant } from './fields.ts'
import { importCard, importDetail, importRow, importRowKind, passwordSlip, waitingOrganisation } from './imports.ts'

const batch = z.object({ batchId: id })
const nothing = z.object({})

/** Lists of people from tables. The file itself goes to `POST /api/imports`, as bytes. */
export const importRequests = {
  /** Newest first. */
  'imports.list': {
    input: z.object({ cursor, limit: z.number().int().min(1).max(60).default(10) }),
    output: z.object({ items: z.array(importCard), nextCursor: z.string().nullable() }),
  },
  'import.get': { input: batch, output: importDetail },
  /** By row number, after the one given. */
  'import.rows': {
    input: batch.extend({
      kind: importRowKind,
      after: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ rows: z.array(importRow), hasMore: z.boolean() }),
  },
  /** The same rows against the city as it is now. */
  'import.check-again': { input: batch, output: nothing },
  /** Rows with faults are left out where that is asked for; otherwise they are `CONFLICT`. Written by a job. */
  'import.confirm': { input: batch.extend({ leavesOutFaulty: z.boolean() }), output: nothing },
  /** All of it or nothing; by a job, which names what stands in its way. */
  'import.take-back': { input: batch, output: nothing },
  'import.waiting': { input: batch, output: z.object({ organisations: z.array(waitingOrganisation) }) },
  /** New links for everybody of one organisation who still waits for one; those given out before are void. */
  'import.make-slips': {
    input: batch.extend({ organisationId: id }),
    output: z.object({ slips: z.array(passwordSlip), expiresAt: instant }),
  },
} as const
