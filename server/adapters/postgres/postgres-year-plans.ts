import { activityKind } from '#core/contract/activity.ts'
import { yearPlanState, type YearPlanState } from '#core/contract/year-plans.ts'
import type { PlanSummary, WholePlan, YearPlans } from '#server/usecases/year-plans/ports.ts'
import type { Database } from './database.ts'
import { planHeadSelect, toPlanHead } from './year-plan-rows.ts'

const itemSelect = {
  ...{ id: true, version: true, kind: true, title: true, month: true, day: true, place: true, hours: true },
  tasks: {
    select: {
      ...{ id: true, version: true, title: true, hours: true, assigneeId: true },
      assignee: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  },
} as const

export class PostgresYearPlans implements YearPlans {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async ofYear(studioId: string, year: number): Promise<WholePlan | null> {
    const row = await this.#database.yearPlan.findUnique({
      where: { studioId_year: { studioId, year } },
      select: {
        ...{ ...planHeadSelect, goals: true, mend: true },
        items: {
          select: itemSelect,
          orderBy: [{ month: 'asc' }, { day: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        },
      },
    })
    if (row === null) return null
    return {
      ...toPlanHead(row),
      ...{ goals: row.goals, mend: row.mend },
      items: row.items.map(({ tasks, kind, ...item }) => ({
        ...item,
        kind: activityKind.parse(kind),
        tasks: tasks.map(({ assignee, ...task }) => ({ ...task, assigneeName: assignee?.name ?? null })),
      })),
    }
  }

  async head(planId: string) {
    const row = await this.#database.yearPlan.findUnique({ where: { id: planId }, select: planHeadSelect })
    return row === null ? null : toPlanHead(row)
  }

  async list({
    year,
    state,
    after,
    limit,
  }: {
    year: number
    state: YearPlanState
    after: string | null
    limit: number
  }): Promise<PlanSummary[]> {
    const rows = await this.#database.yearPlan.findMany({
      where: { year, state, ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: limit,
      select: {
        ...{ id: true, studioId: true, year: true, state: true },
        studio: { select: { name: true } },
        items: { select: { tasks: { select: { assigneeId: true } } } },
      },
    })
    return rows.map(({ studio, items, ...plan }) => {
      const tasks = items.flatMap((item) => item.tasks)
      const unclaimed = tasks.filter(({ assigneeId }) => assigneeId === null).length
      const counts = { items: items.length, tasks: tasks.length, unclaimed }
      return { ...plan, ...counts, studioName: studio.name, state: yearPlanState.parse(plan.state) }
    })
  }
}
