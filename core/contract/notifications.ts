import { z } from 'zod'
import { id } from './fields.ts'

const planOfYear = { studioId: id, studioName: z.string(), year: z.number().int() }

/** Whatever somebody can be told, with what the words and the address of it are made from. Each area adds its own kinds. */
export const notificationKinds = {
  /** To the master of a studio that the office has opened. */
  'studio.opened': z.object({ studioId: id, studioName: z.string() }),
  /** To whom somebody else has given a task of the year. */
  'year-plan.assigned': z.object({ ...planOfYear, task: z.string() }),
  /** To the master. */
  'year-plan.filed': z.object(planOfYear),
  'year-plan.returned': z.object({ ...planOfYear, mend: z.string() }),
} as const

type Kinds = typeof notificationKinds
export type NotificationKind = keyof Kinds

/** What somebody is to be told. */
export type NewNotification = {
  [K in NotificationKind]: { personId: string; kind: K; params: z.output<Kinds[K]> }
}[NotificationKind]
