import { z } from 'zod'
import { auditArea, auditLine } from './audit.ts'
import { id } from './fields.ts'

const words = z
  .string()
  .trim()
  .max(60)
  .regex(/^[^\p{Cc}]*$/u)
  .optional()

export const auditRequests = {
  /** The newest first. `from` and `to` are days of the city, both inside; each word stands in who, what about, or what was changed. */
  'audit.list': {
    input: z.object({
      area: auditArea.optional(),
      search: words,
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** The id of the last line seen. */
      cursor: id.optional(),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ items: z.array(auditLine), nextCursor: z.string().nullable() }),
  },
} as const
