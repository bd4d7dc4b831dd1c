import { z } from 'zod'
import { activityKind, activityState, personCard } from './activity.ts'
import { id, instant, line, paragraph } from './fields.ts'

/** 起草 | 已提交 | 已退回 | 已备案 (product.md §4). */
export const yearPlanState = z.enum(['draft', 'submitted', 'returned', 'filed'])
export type YearPlanState = z.infer<typeof yearPlanState>

/** Of the calendar, as the studio's page counts (docs/decisions/011). */
export const planYear = z.number().int().min(2000).max(2100)

const hours = z.number().int().min(0).max(200)
export const goalsText = paragraph(2_000)

export const yearPlanItemInput = z.object({
  kind: activityKind,
  title: line(60),
  month: z.number().int().min(1).max(12),
  /** Null: some day of the month. */
  day: z.number().int().min(1).max(31).nullable(),
  place: z.string().trim().max(40).default(''),
  /** 学时 of whoever takes part. */
  hours,
})
export type YearPlanItemInput = z.output<typeof yearPlanItemInput>

/** `assigneeId` null: whoever claims it. */
export const yearPlanTaskInput = z.object({ title: line(60), hours, assigneeId: id.nullable() })
export type YearPlanTaskInput = z.output<typeof yearPlanTaskInput>

export const yearPlanTask = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  hours: z.number().int(),
  assignee: z.object({ id, name: z.string() }).nullable(),
})
export type YearPlanTask = z.infer<typeof yearPlanTask>

/** What of an item has become of it, told from its activities and the calendar; `late`: its time is over. */
export const itemProgress = z.enum(['planned', 'announced', 'held', 'late'])
export type ItemProgress = z.infer<typeof itemProgress>

/** An activity of the studio as it stands beside an item of the plan. */
export const linkedActivity = z.object({ id, title: z.string(), startsAt: instant, state: activityState })
export type LinkedActivity = z.infer<typeof linkedActivity>

export const yearPlanItem = z.object({
  id,
  version: z.number().int(),
  kind: activityKind,
  title: z.string(),
  month: z.number().int(),
  day: z.number().int().nullable(),
  place: z.string(),
  hours: z.number().int(),
  tasks: z.array(yearPlanTask),
  activities: z.array(linkedActivity),
  progress: itemProgress,
})
export type YearPlanItem = z.infer<typeof yearPlanItem>

/** How much somebody of the studio has taken on, beside the others. */
export const memberLoad = z.object({
  person: personCard,
  tasks: z.number().int(),
  hours: z.number().int(),
  weight: z.enum(['none', 'usual', 'heavy']),
  /** Of `hours`, those of tasks whose activity was held. */
  doneHours: z.number().int(),
  /** Activities of the plan in whose room they were, and how long. */
  attended: z.number().int(),
  attendedMs: z.number().int(),
})
export type MemberLoad = z.infer<typeof memberLoad>

export const planProgress = z.object({
  items: z.number().int(),
  held: z.number().int(),
  announced: z.number().int(),
  late: z.number().int(),
})
export type PlanProgress = z.infer<typeof planProgress>

/** What was changed after filing, newest first. */
export const planChange = z.object({
  id,
  at: instant,
  by: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  title: z.string(),
  reason: z.string(),
})
export type PlanChange = z.infer<typeof planChange>

/** Why something is changed after filing. */
export const changeReason = z.string().trim().max(80).optional()

export const yearPlan = z.object({
  id,
  year: planYear,
  state: yearPlanState,
  version: z.number().int(),
  goals: z.string(),
  mend: z.string().nullable(),
  items: z.array(yearPlanItem),
  progress: planProgress,
  changes: z.array(planChange),
  /** Of `changes`, how many the office has not taken note of. */
  unseenChanges: z.number().int(),
})
export type YearPlan = z.infer<typeof yearPlan>

/** What the office looks through: by state, what was changed after filing, what has fallen behind. */
export const yearPlanFilter = z.enum(['submitted', 'returned', 'filed', 'changed', 'late'])
export type YearPlanFilter = z.infer<typeof yearPlanFilter>

/** A plan in a list, with what whoever files it looks at first. */
export const yearPlanCard = z.object({
  id,
  studioId: id,
  studioName: z.string(),
  year: planYear,
  state: yearPlanState,
  tasks: z.number().int(),
  unclaimed: z.number().int(),
  progress: planProgress,
  unseenChanges: z.number().int(),
})
export type YearPlanCard = z.infer<typeof yearPlanCard>
