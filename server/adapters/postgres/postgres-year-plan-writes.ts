import { activityKind } from '#core/contract/activity.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { YearPlanTransactions, YearPlanWrites } from '#server/usecases/year-plans/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { addNotifications } from './notification-rows.ts'
import { planHeadSelect, toPlanHead } from './year-plan-rows.ts'

export class PostgresYearPlanTransactions implements YearPlanTransactions {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: YearPlanWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) => work(writesWith(client, this.#deps)))
  }
}

const itemSelect = { kind: true, title: true, month: true, day: true, place: true, hours: true } as const
const next = { version: { increment: 1 } } as const

function writesWith(client: Queryable, deps: { clock: Clock; ids: Ids }): YearPlanWrites {
  const { yearPlan: plans, yearPlanItem: items, yearPlanTask: tasks } = client
  return {
    notifications: { add: (notifications) => addNotifications(client, notifications, deps) },
    audit: { write: (entry) => writeAudit(client, entry, deps) },
    lock: async (planId) => {
      await client.$executeRaw`SELECT id FROM year_plan WHERE id = ${planId} FOR UPDATE`
      const row = await plans.findUnique({ where: { id: planId }, select: planHeadSelect })
      return row === null ? null : toPlanHead(row)
    },
    begin: async (plan) => {
      const data = [{ ...plan, state: 'draft', goals: '' }]
      return (await plans.createMany({ data, skipDuplicates: true })).count === 1
    },
    setGoals: async (id, { version, goals }) =>
      (await plans.updateMany({ where: { id, version }, data: { goals, ...next } })).count === 1,
    move: async (id, { version, state, mend, filedById, atEpochMs }) => {
      const at = new Date(atEpochMs)
      const times = state === 'submitted' ? { submittedAt: at } : state === 'filed' ? { filedAt: at, filedById } : {}
      return (await plans.updateMany({ where: { id, version }, data: { state, mend, ...times, ...next } })).count === 1
    },
    addItem: async (planId, item) => {
      await items.create({ data: { ...item, planId }, select: { id: true } })
    },
    changeItem: async (id, { planId, version, item }) =>
      (await items.updateMany({ where: { id, planId, version }, data: { ...item, ...next } })).count === 1,
    removeItem: async (id, { planId, version }) =>
      (await items.deleteMany({ where: { id, planId, version } })).count === 1,
    item: async (id, { planId }) => {
      const row = await items.findFirst({ where: { id, planId }, select: itemSelect })
      return row === null ? null : { ...row, kind: activityKind.parse(row.kind) }
    },
    itemCount: (planId) => items.count({ where: { planId } }),
    task: (id, { planId }) =>
      tasks.findFirst({
        where: { id, item: { planId } },
        select: { id: true, version: true, title: true, hours: true, assigneeId: true },
      }),
    addTask: async (itemId, task) => {
      await tasks.create({ data: { ...task, itemId }, select: { id: true } })
    },
    changeTask: async (id, { version, task: { title, hours, assigneeId } }) => {
      const data = { title, hours, assigneeId, ...next }
      return (await tasks.updateMany({ where: { id, version }, data })).count === 1
    },
    removeTask: async (id, { version }) => (await tasks.deleteMany({ where: { id, version } })).count === 1,
    activity: async (id, { studioId }) => {
      const select = { title: true, yearPlanLink: { select: { itemId: true } } } as const
      const row = await client.activity.findFirst({ where: { id, studioId }, select })
      return row === null ? null : { title: row.title, itemId: row.yearPlanLink?.itemId ?? null }
    },
    link: async (activityId, { itemId }) => {
      const data = [{ activityId, itemId }]
      return (await client.yearPlanLink.createMany({ data, skipDuplicates: true })).count === 1
    },
    unlink: async (activityId, { itemId }) =>
      (await client.yearPlanLink.deleteMany({ where: { activityId, itemId } })).count === 1,
    addChange: async (planId, { atEpochMs, ...change }) => {
      await client.yearPlanChange.create({ data: { ...change, planId, at: new Date(atEpochMs) }, select: { id: true } })
      await plans.update({ where: { id: planId }, data: { unseenChanges: { increment: 1 } }, select: { id: true } })
    },
    noteChanges: async (id, { seen }) =>
      (await plans.updateMany({ where: { id, unseenChanges: seen }, data: { unseenChanges: 0 } })).count === 1,
  }
}
