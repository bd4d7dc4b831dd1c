import type { HttpRequestName } from '#core/contract/http-requests.ts'
import { yearPlanRequests } from '#core/contract/year-plan-requests.ts'
import { createYearPlanDeps } from '#server/start-year-plans.ts'
import { addTask } from '#server/usecases/year-plans/divide-work.ts'
import { addItem, beginYearPlan } from '#server/usecases/year-plans/write-items.ts'
import type { TestCity } from './test-city.ts'

const YEAR = 2030
const planItem = { kind: 'lesson-study', title: '同课异构', month: 3, day: null, place: '', hours: 4 } as const
const planTask = { title: '主讲', hours: 4, assigneeId: null }

export interface YearPlanIds {
  studioId: string
  planId: string
  itemId: string
  taskId: string
}

/** A plan of the studio of 翟雅琴 with one activity and one task. */
export async function writtenYearPlan(city: TestCity, { studioId }: { studioId: string }): Promise<YearPlanIds> {
  const deps = createYearPlanDeps(city)
  const master = await city.actorOf('翟雅琴')
  const { planId } = await beginYearPlan(deps, master, { studioId, year: YEAR })
  const { itemId } = await addItem(deps, master, { planId, item: planItem })
  const { taskId } = await addTask(deps, master, { planId, itemId, task: planTask })
  return { studioId, planId, itemId, taskId }
}

type YearPlanRequest = keyof typeof yearPlanRequests
export const isYearPlanRequest = (name: HttpRequestName): name is YearPlanRequest => name in yearPlanRequests

/** What each request about year plans is asked with. */
export function yearPlanInput(name: YearPlanRequest, ids: YearPlanIds & { activityId: string }): unknown {
  const { studioId, activityId, ...yearPlan } = ids
  switch (name) {
    case 'year-plan.get':
      return { studioId, year: YEAR }
    case 'year-plan.begin':
      return { studioId, year: YEAR + 1 }
    case 'year-plan.set-goals':
      return { ...yearPlan, version: 1, goals: '一课一得。' }
    case 'year-plan.add-item':
      return { ...yearPlan, item: planItem }
    case 'year-plan.change-item':
      return { ...yearPlan, version: 1, item: planItem }
    case 'year-plan.add-task':
      return { ...yearPlan, task: planTask }
    case 'year-plan.change-task':
      return { ...yearPlan, version: 1, task: planTask }
    // Of a version that never was: the row stays for whoever comes next.
    case 'year-plan.remove-item':
    case 'year-plan.remove-task':
      return { ...yearPlan, version: 999 }
    case 'year-plan.claim':
    case 'year-plan.give-back':
    case 'year-plan.submit':
    case 'year-plan.file':
      return { ...yearPlan, version: 1 }
    case 'year-plan.return':
      return { ...yearPlan, version: 1, mend: '请补上分工。' }
    case 'year-plan.linkable':
      return { planId: yearPlan.planId }
    case 'year-plan.link':
    case 'year-plan.unlink':
      return { ...yearPlan, activityId }
    case 'year-plan.note-changes':
      return { planId: yearPlan.planId, seen: 1 }
    case 'year-plans.list':
      return { year: YEAR, show: 'submitted' }
    default:
      return name satisfies never
  }
}
