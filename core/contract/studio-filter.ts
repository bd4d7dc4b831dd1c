import { z } from 'zod'
import { titleLevel } from './activity.ts'
import { id, line } from './fields.ts'

export const studioKind = z.enum(['teacher', 'principal'])

/** In place of a district: of the city's own schools (局属学校). */
export const CITY_SCHOOLS = 'city'

/** What the directory is narrowed to, beside words. `stage` is the master's. */
export const studioFilter = z.object({
  kind: studioKind.optional(),
  level: titleLevel.optional(),
  /** A district, or `CITY_SCHOOLS`. */
  districtId: id.optional(),
  stage: line(10).optional(),
  subject: line(20).optional(),
})
export type StudioFilter = z.infer<typeof studioFilter>

/** How many studios there would be with this choice instead of the one now made. Without those that lead to nothing. */
const choice = <V extends z.ZodType>(value: V) => z.array(z.object({ value, count: z.number().int() }))

export const studioChoices = z.object({
  /** With all that is chosen. */
  total: z.number().int(),
  kind: choice(studioKind),
  level: choice(titleLevel),
  /** By name; the city's own schools first. */
  district: z.array(z.object({ value: id, name: z.string().nullable(), count: z.number().int() })),
  stage: choice(z.string()),
  /** Those of most studios first. */
  subject: choice(z.string()),
})
export type StudioChoices = z.infer<typeof studioChoices>
