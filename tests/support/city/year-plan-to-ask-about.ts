import type { HttpRequestName } from '#core/contract/http-requests.ts'
import { createYearPlanDeps } from '#server/start-year-plans.ts'
import { addTask } from '#server/usecases/year-plans/divide-work.ts'
import { addItem, beginYearPlan } from '#server/usecases/year-plans/write-items.ts'
import type { TestCity } from './test-city.ts'

type AboutYearPlans = Extract<HttpRequestName, `year-plan.${string}` | `year-plans.${string}`>

export const isAboutYearPlans = (name: HttpRequestName): name is AboutYearPlans =>
  name.startsWith('year-plan.') || name.startsWith('year-plans.')

const YEAR = 2030
const item = { kind: 'lesson-study', title: '同课异构', month: 3, day: null, place: '', hours: 4 } as const
const task = { title: '主讲', hours: 4, assigneeId: null }

/** A year plan of a studio, for a test that asks about it in every role: what to ask with. */
export async function yearPlanToAskAbout(
  city: TestCity,
  { studioId, master: name }: { studioId: string; master: string },
): Promise<Record<AboutYearPlans, unknown>> {
  const deps = createYearPlanDeps(city)
  const master = await city.actorOf(name)
  const { planId } = await beginYearPlan(deps, master, { studioId, year: YEAR })
  const { itemId } = await addItem(deps, master, { planId, item })
  const { taskId } = await addTask(deps, master, { planId, itemId, task })
  const plan = { planId, itemId, taskId }
  const step = { ...plan, version: 1 }
  // Of a version that never was: the row stays for whoever comes next.
  const removal = { ...plan, version: 999 }
  return {
    'year-plan.get': { studioId, year: YEAR },
    'year-plan.begin': { studioId, year: YEAR + 1 },
    'year-plan.set-goals': { ...step, goals: '一课一得。' },
    'year-plan.add-item': { ...plan, item },
    'year-plan.change-item': { ...step, item },
    'year-plan.remove-item': removal,
    'year-plan.add-task': { ...plan, task },
    'year-plan.change-task': { ...step, task },
    'year-plan.remove-task': removal,
    'year-plan.claim': step,
    'year-plan.give-back': step,
    'year-plan.submit': step,
    'year-plan.file': step,
    'year-plan.return': { ...step, mend: '请补上分工。' },
    'year-plans.list': { year: YEAR, state: 'submitted' },
  }
}
