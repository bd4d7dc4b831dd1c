import { z } from 'zod'
import { activityKind, activityState } from '#core/contract/activity.ts'
import { planChange, yearPlanState } from '#core/contract/year-plans.ts'
import type {
  PlanAttendance,
  PlanListQuery,
  PlanSummary,
  WholePlan,
  YearPlans,
} from '#server/usecases/year-plans/ports.ts'
import type { Database } from './database.ts'
import { plansShown } from './year-plan-conditions.ts'
import { linkedSelect, planHeadSelect, toLinked, toPlanHead } from './year-plan-rows.ts'

const attendanceRow = z.object({ personId: z.string(), activities: z.number(), presentMs: z.number() })

const itemSelect = {
  ...{ id: true, version: true, kind: true, title: true, month: true, day: true, place: true, hours: true },
  tasks: {
    select: {
      ...{ id: true, version: true, title: true, hours: true, assigneeId: true },
      assignee: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  },
  links: { select: { activity: { select: linkedSelect } }, orderBy: { activity: { startsAt: 'asc' } } },
} as const

const changeSelect = {
  ...{ id: true, at: true, kind: true, title: true, reason: true },
  actor: { select: { name: true } },
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
        changes: { select: changeSelect, orderBy: { id: 'desc' } },
      },
    })
    if (row === null) return null
    return {
      ...toPlanHead(row),
      ...{ goals: row.goals, mend: row.mend },
      items: row.items.map(({ tasks, links, kind, ...item }) => ({
        ...item,
        kind: activityKind.parse(kind),
        tasks: tasks.map(({ assignee, ...task }) => ({ ...task, assigneeName: assignee?.name ?? null })),
        activities: links.map(({ activity }) => toLinked(activity)),
      })),
      changes: row.changes.map(({ at, actor, kind, ...change }) => ({
        ...change,
        kind: planChange.shape.kind.parse(kind),
        atEpochMs: at.getTime(),
        by: actor?.name ?? '',
      })),
    }
  }

  async head(planId: string) {
    const row = await this.#database.yearPlan.findUnique({ where: { id: planId }, select: planHeadSelect })
    return row === null ? null : toPlanHead(row)
  }

  async list({ after, limit, ...query }: PlanListQuery & { after: string | null; limit: number }) {
    const rows = await this.#database.yearPlan.findMany({
      where: { AND: [plansShown(query), after === null ? {} : { id: { gt: after } }] },
      orderBy: { id: 'asc' },
      take: limit,
      select: {
        ...{ id: true, studioId: true, year: true, state: true, unseenChanges: true },
        studio: { select: { name: true } },
        items: {
          select: {
            ...{ month: true, day: true },
            tasks: { select: { assigneeId: true } },
            links: { select: { activity: { select: { state: true } } } },
          },
        },
      },
    })
    return rows.map(({ studio, items, ...plan }): PlanSummary => {
      const tasks = items.flatMap((item) => item.tasks)
      return {
        ...plan,
        studioName: studio.name,
        state: yearPlanState.parse(plan.state),
        tasks: tasks.length,
        unclaimed: tasks.filter(({ assigneeId }) => assigneeId === null).length,
        items: items.map(({ month, day, links }) => ({
          ...{ month, day },
          activities: links.map(({ activity }) => ({ state: activityState.parse(activity.state) })),
        })),
      }
    })
  }

  count(query: PlanListQuery): Promise<number> {
    return this.#database.yearPlan.count({ where: plansShown(query) })
  }

  async attendance(planId: string): Promise<PlanAttendance[]> {
    const found: unknown = await this.#database.$queryRaw`
      SELECT a."personId", count(DISTINCT s."activityId")::int AS activities, sum(a."presentMs")::float8 AS "presentMs"
      FROM year_plan_item i JOIN year_plan_link l ON l."itemId" = i.id
      JOIN seminar_session s ON s."activityId" = l."activityId" JOIN attendance a ON a."sessionId" = s.id
      WHERE i."planId" = ${planId} AND a."personId" IS NOT NULL GROUP BY a."personId"`
    return z.array(attendanceRow).parse(found)
  }

  async linkable({ studioId, within, after, limit }: Parameters<YearPlans['linkable']>[0]) {
    const startsAt = { gte: new Date(within.fromEpochMs), lt: new Date(within.toEpochMs) }
    const before = after === null ? null : { startsAt: new Date(after[0]), id: after[1] }
    const rows = await this.#database.activity.findMany({
      where: {
        ...{ studioId, startsAt, state: { not: 'cancelled' }, yearPlanLink: null },
        ...(before === null
          ? {}
          : { OR: [{ startsAt: { lt: before.startsAt } }, { startsAt: before.startsAt, id: { lt: before.id } }] }),
      },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: linkedSelect,
    })
    return rows.map(toLinked)
  }
}
