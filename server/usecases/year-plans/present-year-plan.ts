import type { LinkedActivity, PlanChange, YearPlan, YearPlanCard } from '#core/contract/year-plans.ts'
import type { CityDate } from '#core/domain/activity/city-calendar.ts'
import { planProgress, progressOf } from '#core/domain/year-plan/progress.ts'
import type { LinkedActivityRow, PlanChangeRow, PlanSummary, WholePlan } from './ports.ts'

const instantOf = (epochMs: number) => new Date(epochMs).toISOString()

export const presentLinked = ({ startsAtEpochMs, ...activity }: LinkedActivityRow): LinkedActivity => ({
  ...activity,
  startsAt: instantOf(startsAtEpochMs),
})

const presentChange = ({ atEpochMs, ...change }: PlanChangeRow): PlanChange => ({
  ...change,
  at: instantOf(atEpochMs),
})

/** `seesDrafts`: an activity that is being written is the studio's own business. */
export function presentPlan(
  { id, year, state, version, goals, mend, items, changes, unseenChanges }: WholePlan,
  { today, seesDrafts }: { today: CityDate; seesDrafts: boolean },
): YearPlan {
  const shown = items.map(({ tasks, activities, ...item }) => ({
    ...item,
    tasks: tasks.map(({ assigneeId, assigneeName, ...task }) => ({
      ...task,
      assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    })),
    activities: activities.filter(({ state: now }) => seesDrafts || now !== 'draft').map(presentLinked),
    progress: progressOf({ ...item, activities }, { year, today }),
  }))
  return {
    ...{ id, year, state, version, goals, mend, unseenChanges },
    items: shown,
    progress: planProgress(shown),
    changes: changes.map(presentChange),
  }
}

export function presentCard({ items, ...plan }: PlanSummary, { today }: { today: CityDate }): YearPlanCard {
  const { year } = plan
  return { ...plan, progress: planProgress(items.map((item) => ({ progress: progressOf(item, { year, today }) }))) }
}
