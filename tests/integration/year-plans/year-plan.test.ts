import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createYearPlanDeps } from '#server/start-year-plans.ts'
import { addTask, changeTask, claimTask, giveBackTask, removeTask } from '#server/usecases/year-plans/divide-work.ts'
import { getYearPlan, listYearPlans } from '#server/usecases/year-plans/get-year-plan.ts'
import { noteChanges } from '#server/usecases/year-plans/note-changes.ts'
import { fileYearPlan, returnYearPlan, submitYearPlan } from '#server/usecases/year-plans/move-year-plan.ts'
import type { YearPlanDeps } from '#server/usecases/year-plans/plan-door.ts'
import { addItem, beginYearPlan, changeItem, removeItem, setGoals } from '#server/usecases/year-plans/write-items.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: YearPlanDeps
let studioId: string
let master: PersonActor
let member: PersonActor
let office: PersonActor
let stranger: PersonActor
let year = 2030

const item = {
  kind: 'lesson-study',
  title: '同课异构：勾股定理',
  month: 3,
  day: 18,
  place: '实验中学',
  hours: 4,
} as const
const task = { title: '主讲', hours: 6, assigneeId: null }

beforeAll(async () => {
  world = await foundTestCity()
  deps = createYearPlanDeps({ database: world.database, city: world.city })
  master = await world.actorOf('翟雅琴')
  member = await world.actorOf('荆文涛')
  office = await world.actorOf('耿凤鸣')
  stranger = await world.actorOf('孙学军')
  const where = { name: '翟雅琴名师工作室' }
  studioId = (await world.database.studio.findFirstOrThrow({ where, select: { id: true } })).id
})
afterAll(() => world.close())

/** A plan of a year of its own, with one activity and one task that nobody has. */
async function freshPlan() {
  year += 1
  const { planId } = await beginYearPlan(deps, master, { studioId, year })
  const { itemId } = await addItem(deps, master, { planId, item })
  const { taskId } = await addTask(deps, master, { planId, itemId, task })
  return { planId, itemId, taskId, year }
}
const seen = (who: PersonActor, of: { year: number }) => getYearPlan(deps, who, { studioId, year: of.year })
const told = (who: PersonActor) =>
  world.database.notification.findMany({
    where: { personId: who.personId, kind: { startsWith: 'year-plan.' } },
    orderBy: { id: 'asc' },
    select: { kind: true, params: true },
  })
const recorded = async (planId: string) =>
  (await world.database.auditLog.findMany({ where: { subject: `year-plan:${planId}` }, orderBy: { id: 'asc' } })).map(
    ({ action, actorId }) => [action, actorId],
  )

const lastRecorded = async (planId: string) => ({
  audit: await world.database.auditLog.findFirstOrThrow({
    where: { subject: `year-plan:${planId}` },
    orderBy: { id: 'desc' },
    select: { action: true, before: true, after: true },
  }),
})

describe('a year of a studio', () => {
  it('[YP1] is written, divided, handed in, sent back, mended and filed; all of it on record, and told', async () => {
    const plan = await freshPlan()
    const { planId, taskId } = plan
    await setGoals(deps, master, { planId, version: 1, goals: '十二节课例，人人主讲。' })
    await claimTask(deps, member, { planId, taskId, version: 1 })
    await submitYearPlan(deps, master, { planId, version: 2 })

    const { items } = await listYearPlans(deps, office, { year: plan.year, show: 'submitted', limit: 30 })
    expect(items).toMatchObject([{ id: planId, progress: { items: 1, held: 0 }, tasks: 1, unclaimed: 0 }])
    await returnYearPlan(deps, office, { planId, version: 3, mend: '下半年还没有活动。' })
    expect((await seen(master, plan)).plan).toMatchObject({ state: 'returned', mend: '下半年还没有活动。' })
    await addItem(deps, master, { planId, item: { ...item, month: 10, day: null } })
    await submitYearPlan(deps, master, { planId, version: 4 })
    await fileYearPlan(deps, office, { planId, version: 5 })

    const { plan: filed, may, loads } = await seen(member, plan)
    expect(filed).toMatchObject({ state: 'filed', mend: null, goals: '十二节课例，人人主讲。' })
    expect(filed?.items.map(({ month, tasks }) => [month, tasks[0]?.assignee?.name])).toEqual([
      [3, '荆文涛'],
      [10, undefined],
    ])
    expect(may).toEqual({ write: 'no', claim: true, file: false, link: false, noteChanges: false })
    expect(loads.find(({ person }) => person.name === '荆文涛')).toMatchObject({ tasks: 1, hours: 6, weight: 'usual' })
    const about = { studioId, studioName: '翟雅琴名师工作室', year: plan.year }
    expect((await told(master)).filter(({ params }) => JSON.stringify(params).includes(String(plan.year)))).toEqual([
      { kind: 'year-plan.returned', params: { ...about, mend: '下半年还没有活动。' } },
      { kind: 'year-plan.filed', params: about },
    ])
    expect(await recorded(planId)).toEqual([
      ['year-plan.begin', master.personId],
      ['year-plan.add-item', master.personId],
      ['year-plan.add-task', master.personId],
      ['year-plan.assign', member.personId],
      ['year-plan.submitted', master.personId],
      ['year-plan.returned', office.personId],
      ['year-plan.add-item', master.personId],
      ['year-plan.submitted', master.personId],
      ['year-plan.filed', office.personId],
    ])
  })

  it('[YP1] an empty plan is not handed in, and stays a draft', async () => {
    const { planId } = await beginYearPlan(deps, master, { studioId, year: 2029 })
    await expect(submitYearPlan(deps, master, { planId, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await seen(master, { year: 2029 })).plan).toMatchObject({ state: 'draft', version: 1 })
  })

  it('[YP1] two who begin the same year at once have one plan', async () => {
    const input = { studioId, year: 2028 }
    const begun = await Promise.allSettled([beginYearPlan(deps, master, input), beginYearPlan(deps, master, input)])
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('[YP3] nothing changes while the office has it; once filed the goals stand, and an activity needs a reason', async () => {
    const { planId, itemId, taskId } = await freshPlan()
    const refused = { code: 'CONFLICT' }
    await submitYearPlan(deps, master, { planId, version: 1 })
    await expect(setGoals(deps, master, { planId, version: 2, goals: '改' })).rejects.toMatchObject(refused)
    await expect(addItem(deps, master, { planId, item, reason: '补' })).rejects.toMatchObject(refused)
    await expect(changeItem(deps, master, { planId, itemId, version: 1, item })).rejects.toMatchObject(refused)
    await expect(removeItem(deps, master, { planId, itemId, version: 1 })).rejects.toMatchObject(refused)
    await expect(claimTask(deps, member, { planId, taskId, version: 1 })).rejects.toMatchObject(refused)
    await expect(submitYearPlan(deps, master, { planId, version: 2 })).rejects.toMatchObject(refused)

    await fileYearPlan(deps, office, { planId, version: 2 })
    await expect(setGoals(deps, master, { planId, version: 3, goals: '改' })).rejects.toMatchObject(refused)
    const unsaid = { code: 'INVALID', field: 'reason' }
    await expect(addItem(deps, master, { planId, item })).rejects.toMatchObject(unsaid)
    await expect(changeItem(deps, master, { planId, itemId, version: 1, item, reason: '' })).rejects.toMatchObject(
      unsaid,
    )
    await expect(removeItem(deps, master, { planId, itemId, version: 1 })).rejects.toMatchObject(unsaid)
    await claimTask(deps, member, { planId, taskId, version: 1 })
  })

  it('[YP3] a change after filing is marked, told once to who filed it, and stays unread until the office has noted it', async () => {
    const plan = await freshPlan()
    const { planId, itemId } = plan
    await submitYearPlan(deps, master, { planId, version: 1 })
    await fileYearPlan(deps, office, { planId, version: 2 })
    const later = { ...item, month: 4 }
    await changeItem(deps, master, { planId, itemId, version: 1, item: later, reason: '学校期中考试' })
    await addItem(deps, master, { planId, item: { ...item, title: '补一场' }, reason: '成员要求' })

    const { plan: changed, may } = await seen(office, plan)
    expect(changed?.changes.map(({ kind, title, reason, by }) => [kind, title, reason, by])).toEqual([
      ['added', '补一场', '成员要求', '翟雅琴'],
      ['changed', item.title, '学校期中考试', '翟雅琴'],
    ])
    expect([changed?.unseenChanges, may.noteChanges]).toEqual([2, true])
    expect(
      (await told(office)).filter(({ params }) => JSON.stringify(params).includes(String(plan.year))),
    ).toMatchObject([{ kind: 'year-plan.changed', params: { title: item.title, reason: '学校期中考试' } }])
    const { items, counts } = await listYearPlans(deps, office, { year: plan.year, show: 'changed', limit: 30 })
    expect([items.map(({ id }) => id), counts.changed]).toEqual([[planId], 1])

    await expect(noteChanges(deps, office, { planId, seen: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await noteChanges(deps, office, { planId, seen: 2 })
    expect((await seen(office, plan)).plan?.unseenChanges).toBe(0)
    const { audit: last } = await lastRecorded(planId)
    expect(last.action).toBe('year-plan.note-changes')
  })

  it('[YP1] what was changed of an activity and of a task stands on record, before and after', async () => {
    const { planId, itemId, taskId } = await freshPlan()
    await changeItem(deps, master, { planId, itemId, version: 1, item: { ...item, month: 9, day: null } })
    expect((await lastRecorded(planId)).audit).toMatchObject({
      action: 'year-plan.change-item',
      before: { title: item.title, month: '3', day: '18' },
      after: { title: item.title, month: '9', day: '' },
    })
    await changeTask(deps, master, { planId, taskId, version: 1, task: { ...task, hours: 9 } })
    expect((await lastRecorded(planId)).audit).toMatchObject({
      action: 'year-plan.change-task',
      before: { task: '主讲', hours: '6' },
      after: { task: '主讲', hours: '9' },
    })
    await removeTask(deps, master, { planId, taskId, version: 2 })
    expect((await lastRecorded(planId)).audit).toMatchObject({
      action: 'year-plan.remove-task',
      before: { task: '主讲' },
    })
  })
})

describe('several at one plan', () => {
  it('[YP4] the second to change an item is told, and nothing is overwritten', async () => {
    const plan = await freshPlan()
    const { planId, itemId } = plan
    const change = (title: string) => changeItem(deps, master, { planId, itemId, version: 1, item: { ...item, title } })
    const done = await Promise.allSettled([change('甲'), change('乙')])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const winner = done[0]?.status === 'fulfilled' ? '甲' : '乙'
    expect((await seen(master, plan)).plan?.items).toMatchObject([{ title: winner, version: 2 }])
  })

  it('[YP4] of two who claim one task one has it', async () => {
    const plan = await freshPlan()
    const { planId, taskId } = plan
    const claims = await Promise.allSettled(
      [master, member].map((who) => claimTask(deps, who, { planId, taskId, version: 1 })),
    )
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('[YP4] of two decisions of the office one holds', async () => {
    const { planId } = await freshPlan()
    await submitYearPlan(deps, master, { planId, version: 1 })
    const decisions = await Promise.allSettled([
      fileYearPlan(deps, office, { planId, version: 2 }),
      returnYearPlan(deps, office, { planId, version: 2, mend: '请补分工。' }),
    ])
    expect(decisions.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('who does what', () => {
  it('[YP5] whoever is given a task is told; whoever claims one knows', async () => {
    const { planId, taskId } = await freshPlan()
    const before = (await told(member)).length
    await claimTask(deps, member, { planId, taskId, version: 1 })
    await giveBackTask(deps, member, { planId, taskId, version: 2 })
    expect(await told(member)).toHaveLength(before)
    const given = { ...task, assigneeId: member.personId }
    await changeTask(deps, master, { planId, taskId, version: 3, task: given })
    expect((await told(member)).slice(before)).toMatchObject([
      { kind: 'year-plan.assigned', params: { task: '主讲', studioId } },
    ])
  })

  it('[YP5] nobody of another studio, nor somebody who is not there, can be given a task', async () => {
    const { planId, taskId } = await freshPlan()
    for (const assigneeId of [stranger.personId, 'nobody']) {
      const given = changeTask(deps, master, { planId, taskId, version: 1, task: { ...task, assigneeId } })
      await expect(given).rejects.toMatchObject({ code: 'INVALID', field: 'task.assigneeId' })
    }
  })

  it('[YP6] the master of another studio neither reads nor writes nor claims', async () => {
    const plan = await freshPlan()
    const { planId, taskId } = plan
    const refused = { code: 'FORBIDDEN' }
    await expect(seen(stranger, plan)).rejects.toMatchObject(refused)
    await expect(addItem(deps, stranger, { planId, item })).rejects.toMatchObject(refused)
    await expect(claimTask(deps, stranger, { planId, taskId, version: 1 })).rejects.toMatchObject(refused)
    await expect(fileYearPlan(deps, master, { planId, version: 1 })).rejects.toMatchObject(refused)
    await expect(addItem(deps, member, { planId, item })).rejects.toMatchObject(refused)
  })

  it('[YP6] a draft is the studio’s own until it is handed in', async () => {
    const plan = await freshPlan()
    const expert = await world.actorOf('巩建民')
    expect((await seen(expert, plan)).plan).toBeNull()
    await submitYearPlan(deps, master, { planId: plan.planId, version: 1 })
    expect((await seen(expert, plan)).plan?.items).toHaveLength(1)
    expect((await seen(office, plan)).may).toMatchObject({ write: 'no', claim: false, file: true, link: false })
  })

  it('[YP2] an item of one plan is not reached by way of another', async () => {
    const [one, other] = [await freshPlan(), await freshPlan()]
    const crossed = { planId: one.planId, itemId: other.itemId, version: 1 }
    await expect(removeItem(deps, master, crossed)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await seen(master, other)).plan?.items).toHaveLength(1)
  })
})
