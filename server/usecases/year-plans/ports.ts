import type { ActivityState } from '#core/contract/activity.ts'
import type {
  PlanChange,
  YearPlanFilter,
  YearPlanItemInput,
  YearPlanState,
  YearPlanTaskInput,
} from '#core/contract/year-plans.ts'
import type { CityDate, Span } from '#core/domain/activity/city-calendar.ts'
import type { AuditTrail, Notifications } from '../ports.ts'

export interface PlanHead {
  id: string
  studioId: string
  year: number
  state: YearPlanState
  version: number
  filedById: string | null
  unseenChanges: number
}

export interface WholePlan extends PlanHead {
  goals: string
  mend: string | null
  items: readonly PlanItemRow[]
  /** Newest first. */
  changes: readonly PlanChangeRow[]
}

export interface PlanChangeRow extends Omit<PlanChange, 'at' | 'by'> {
  atEpochMs: number
  by: string
}

export interface LinkedActivityRow {
  id: string
  title: string
  startsAtEpochMs: number
  state: ActivityState
}

export interface PlanItemRow extends YearPlanItemInput {
  id: string
  version: number
  tasks: readonly PlanTaskRow[]
  /** By their start. */
  activities: readonly LinkedActivityRow[]
}

export interface PlanTaskRow extends YearPlanTaskInput {
  id: string
  version: number
  assigneeName: string | null
}

export interface PlanSummary {
  id: string
  studioId: string
  studioName: string
  year: number
  state: YearPlanState
  unseenChanges: number
  tasks: number
  unclaimed: number
  items: readonly { month: number; day: number | null; activities: readonly { state: ActivityState }[] }[]
}

/** How often and how long somebody was in the rooms of a plan's activities. */
export interface PlanAttendance {
  personId: string
  activities: number
  presentMs: number
}

export interface PlanListQuery {
  year: number
  show: YearPlanFilter
  today: CityDate
}

export interface YearPlans {
  /** Items by month and day. */
  ofYear(studioId: string, year: number): Promise<WholePlan | null>
  head(planId: string): Promise<PlanHead | null>
  /** By id, which is the order in which they were begun. */
  list(query: PlanListQuery & { after: string | null; limit: number }): Promise<PlanSummary[]>
  count(query: PlanListQuery): Promise<number>
  attendance(planId: string): Promise<PlanAttendance[]>
  /** Of the studio, not cancelled, in no plan; the newest start first. */
  linkable(query: {
    studioId: string
    within: Span
    after: readonly [startsAtEpochMs: number, id: string] | null
    limit: number
  }): Promise<LinkedActivityRow[]>
}

export type PlanStep = { state: YearPlanState; mend: string | null; atEpochMs: number; filedById: string | null }

/** Within one transaction. What names a version answers false where the row is at another by now, or gone. */
export interface YearPlanWrites {
  audit: AuditTrail
  notifications: Notifications
  /** Nobody else writes to the plan until the transaction ends. */
  lock(planId: string): Promise<PlanHead | null>
  /** False where the studio has one for the year. */
  begin(plan: { id: string; studioId: string; year: number }): Promise<boolean>
  setGoals(planId: string, change: { version: number; goals: string }): Promise<boolean>
  move(planId: string, step: PlanStep & { version: number }): Promise<boolean>
  addItem(planId: string, item: YearPlanItemInput & { id: string }): Promise<void>
  changeItem(itemId: string, change: { planId: string; version: number; item: YearPlanItemInput }): Promise<boolean>
  removeItem(itemId: string, at: { planId: string; version: number }): Promise<boolean>
  item(itemId: string, at: { planId: string }): Promise<YearPlanItemInput | null>
  itemCount(planId: string): Promise<number>
  task(taskId: string, at: { planId: string }): Promise<Omit<PlanTaskRow, 'assigneeName'> | null>
  addTask(itemId: string, task: YearPlanTaskInput & { id: string }): Promise<void>
  changeTask(taskId: string, change: { version: number; task: YearPlanTaskInput }): Promise<boolean>
  removeTask(taskId: string, at: { version: number }): Promise<boolean>
  /** Null where the studio has no such activity. */
  activity(activityId: string, of: { studioId: string }): Promise<{ title: string; itemId: string | null } | null>
  /** False where the activity belongs to an item by now. */
  link(activityId: string, at: { itemId: string }): Promise<boolean>
  unlink(activityId: string, at: { itemId: string }): Promise<boolean>
  /** Of a filed plan; one more that the office has not seen. */
  addChange(planId: string, change: Omit<PlanChangeRow, 'by'> & { actorId: string | null }): Promise<void>
  /** False where other changes came meanwhile. */
  noteChanges(planId: string, at: { seen: number }): Promise<boolean>
}

export interface YearPlanTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: YearPlanWrites) => Promise<Result>): Promise<Result>
}
