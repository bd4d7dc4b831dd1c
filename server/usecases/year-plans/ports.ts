import type { YearPlanItemInput, YearPlanState, YearPlanTaskInput } from '#core/contract/year-plans.ts'
import type { AuditTrail, Notifications } from '../ports.ts'

export interface PlanHead {
  id: string
  studioId: string
  year: number
  state: YearPlanState
  version: number
}

export interface WholePlan extends PlanHead {
  goals: string
  mend: string | null
  items: readonly PlanItemRow[]
}

export interface PlanItemRow extends YearPlanItemInput {
  id: string
  version: number
  tasks: readonly PlanTaskRow[]
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
  items: number
  tasks: number
  unclaimed: number
}

export interface YearPlans {
  /** Items by month and day. */
  ofYear(studioId: string, year: number): Promise<WholePlan | null>
  head(planId: string): Promise<PlanHead | null>
  /** By id, which is the order in which they were begun. */
  list(query: { year: number; state: YearPlanState; after: string | null; limit: number }): Promise<PlanSummary[]>
}

export type PlanStep = { state: YearPlanState; mend: string | null; atEpochMs: number }

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
  hasItem(itemId: string, at: { planId: string }): Promise<boolean>
  itemCount(planId: string): Promise<number>
  task(taskId: string, at: { planId: string }): Promise<Omit<PlanTaskRow, 'assigneeName'> | null>
  addTask(itemId: string, task: YearPlanTaskInput & { id: string }): Promise<void>
  changeTask(taskId: string, change: { version: number; task: YearPlanTaskInput }): Promise<boolean>
  removeTask(taskId: string, at: { version: number }): Promise<boolean>
}

export interface YearPlanTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: YearPlanWrites) => Promise<Result>): Promise<Result>
}
