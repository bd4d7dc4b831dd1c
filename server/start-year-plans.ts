import type { Database } from './adapters/postgres/database.ts'
import { PostgresYearPlans } from './adapters/postgres/postgres-year-plans.ts'
import { PostgresYearPlanTransactions } from './adapters/postgres/postgres-year-plan-writes.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import { addTask, changeTask, claimTask, giveBackTask, removeTask } from './usecases/year-plans/divide-work.ts'
import { getYearPlan, listYearPlans } from './usecases/year-plans/get-year-plan.ts'
import { linkActivity, listLinkable, unlinkActivity } from './usecases/year-plans/link-activities.ts'
import { noteChanges } from './usecases/year-plans/note-changes.ts'
import { fileYearPlan, returnYearPlan, submitYearPlan } from './usecases/year-plans/move-year-plan.ts'
import { addItem, beginYearPlan, changeItem, removeItem, setGoals } from './usecases/year-plans/write-items.ts'
import type { YearPlanDeps } from './usecases/year-plans/plan-door.ts'

type Options = { database: Database; city: Pick<CityDeps, 'studios' | 'clock' | 'ids'> }

export const createYearPlanDeps = ({ database, city: { studios, clock, ids } }: Options): YearPlanDeps => ({
  plans: new PostgresYearPlans(database),
  transactions: new PostgresYearPlanTransactions(database, { clock, ids }),
  ...{ studios, clock, ids },
})

/** 年度活动计划. */
export function createYearPlanUseCases(options: Options) {
  const deps = createYearPlanDeps(options)
  return {
    'year-plan.get': (actor, input) => getYearPlan(deps, actor, input),
    'year-plan.begin': (actor, input) => beginYearPlan(deps, actor, input),
    'year-plan.set-goals': (actor, input) => setGoals(deps, actor, input),
    'year-plan.add-item': (actor, input) => addItem(deps, actor, input),
    'year-plan.change-item': (actor, input) => changeItem(deps, actor, input),
    'year-plan.remove-item': (actor, input) => removeItem(deps, actor, input),
    'year-plan.add-task': (actor, input) => addTask(deps, actor, input),
    'year-plan.change-task': (actor, input) => changeTask(deps, actor, input),
    'year-plan.remove-task': (actor, input) => removeTask(deps, actor, input),
    'year-plan.claim': (actor, input) => claimTask(deps, actor, input),
    'year-plan.give-back': (actor, input) => giveBackTask(deps, actor, input),
    'year-plan.submit': (actor, input) => submitYearPlan(deps, actor, input),
    'year-plan.file': (actor, input) => fileYearPlan(deps, actor, input),
    'year-plan.return': (actor, input) => returnYearPlan(deps, actor, input),
    'year-plan.linkable': (actor, input) => listLinkable(deps, actor, input),
    'year-plan.link': (actor, input) => linkActivity(deps, actor, input),
    'year-plan.unlink': (actor, input) => unlinkActivity(deps, actor, input),
    'year-plan.note-changes': (actor, input) => noteChanges(deps, actor, input),
    'year-plans.list': (actor, input) => listYearPlans(deps, actor, input),
  } satisfies HttpUseCases
}
