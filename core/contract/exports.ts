import { z } from 'zod'

/** Lists that can be taken along as a table; each asks for what its page asks for, as whoever takes it. */
export const exportName = z.enum([
  'studios',
  'activities',
  'resources',
  'registrations',
  'applications',
  'year-plans',
  'audit',
])
export type ExportName = z.infer<typeof exportName>

/** What a sheet holds at most; a longer list is cut, and its last line says so. */
export const EXPORT_ROWS_MAX = 50_000

export const exportRequests = {
  /** Written into the audit log before anything is handed out. */
  'export.note': {
    input: z.object({ list: exportName, filters: z.string().max(500) }),
    output: z.object({}),
  },
} as const
