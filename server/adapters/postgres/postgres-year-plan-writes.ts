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
    move: async (id, { version, state, mend, atEpochMs }) => {
      const at = new Date(atEpochMs)
      const times = state === 'submitted' ? { submittedAt: at } : state === 'filed' ? { filedAt: at } : {}
      return (await plans.updateMany({ where: { id, version }, data: { state, mend, ...times, ...next } })).count === 1
    },
    addItem: async (planId, item) => {
      await items.create({ data: { ...item, planId }, select: { id: true } })
    },
    changeItem: async (id, { planId, version, item }) =>
      (await items.updateMany({ where: { id, planId, version }, data: { ...item, ...next } })).count === 1,
    removeItem: async (id, { planId, version }) =>
      (await items.deleteMany({ where: { id, planId, version } })).count === 1,
    hasItem: async (id, { planId }) => (await items.count({ where: { id, planId } })) === 1,
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
  }
}
