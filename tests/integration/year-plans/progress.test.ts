import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'
import { createYearPlanDeps } from '#server/start-year-plans.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import { addTask } from '#server/usecases/year-plans/divide-work.ts'
import { getYearPlan, listYearPlans } from '#server/usecases/year-plans/get-year-plan.ts'
import { linkActivity, listLinkable, unlinkActivity } from '#server/usecases/year-plans/link-activities.ts'
import { fileYearPlan, submitYearPlan } from '#server/usecases/year-plans/move-year-plan.ts'
import type { YearPlanDeps } from '#server/usecases/year-plans/plan-door.ts'
import { addItem, beginYearPlan } from '#server/usecases/year-plans/write-items.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: YearPlanDeps
let studioId: string
let master: PersonActor
let office: PersonActor
let year: number

const item = { kind: 'lesson-study', title: '同课异构', month: 1, day: 2, place: '', hours: 4 } as const

beforeAll(async () => {
  world = await foundTestCity()
  deps = createYearPlanDeps({ database: world.database, city: world.city })
  master = await world.actorOf('翟雅琴')
  office = await world.actorOf('耿凤鸣')
  const where = { name: '翟雅琴名师工作室' }
  studioId = (await world.database.studio.findFirstOrThrow({ where, select: { id: true } })).id
  // A year that is over, so that what was not held in it is late.
  year = cityDateOf(world.city.clock.nowEpochMs()).year - 2
})
afterAll(() => world.close())

async function activityOf(title: string) {
  const input = {
    ...{
      studioId,
      kind: 'lesson-study' as const,
      title,
      question: '',
      entry: 'city' as const,
      willRecord: false,
      isCityEvent: false,
      venue: { mode: 'online' as const, where: '' },
      subjects: [],
      stages: [],
    },
    startsAt: `${year}-03-18T19:00:00+08:00`,
    endsAt: `${year}-03-18T20:00:00+08:00`,
    ...{ agenda: [], roles: [], registration: { mode: 'none' as const, capacity: null } },
  }
  const { activityId } = await createActivity(world.city, master, input)
  await publishActivity(world.city, master, { activityId })
  return activityId
}

/** As the room leaves it: over, with a session in which `people` were for an hour. */
async function held(activityId: string, people: readonly PersonActor[]) {
  const sessionId = `session-${activityId}`
  await world.database.activity.update({ where: { id: activityId }, data: { state: 'ended' } })
  await world.database.seminarSession.create({
    data: {
      ...{ id: sessionId, activityId, zeroAt: new Date(), endedAt: new Date(), durationMs: 3_600_000 },
      attendance: {
        create: people.map(({ personId }) => ({
          ...{ participantId: personId, personId, name: '', joinedAtMs: 0, leftAtMs: 3_600_000 },
          ...{ presentMs: 3_600_000, onStageMs: 0, spokenMs: 0 },
        })),
      },
    },
  })
}

const seen = (who: PersonActor) => getYearPlan(deps, who, { studioId, year })

describe('what has become of a plan', () => {
  it('[YP7] an item that was held is done by itself, with the hours of who was there; the others are late', async () => {
    const { planId } = await beginYearPlan(deps, master, { studioId, year })
    const { itemId } = await addItem(deps, master, { planId, item })
    const { itemId: other } = await addItem(deps, master, { planId, item: { ...item, month: 11, day: null } })
    const task = { title: '主讲', hours: 6, assigneeId: master.personId }
    await addTask(deps, master, { planId, itemId, task })
    const [one, two] = [await activityOf('勾股定理'), await activityOf('一次函数')]

    const { items: offered } = await listLinkable(deps, master, { planId, limit: 30 })
    expect(offered.map(({ id }) => id).sort()).toEqual([one, two].sort())
    const first = await listLinkable(deps, master, { planId, limit: 1 })
    const second = await listLinkable(deps, master, { planId, limit: 1, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual([one, two].sort())
    expect(second.nextCursor).toBeNull()

    await linkActivity(deps, master, { planId, itemId, activityId: one })
    await linkActivity(deps, master, { planId, itemId, activityId: one })
    expect((await seen(master)).plan?.items.map(({ progress }) => progress)).toEqual(['late', 'late'])
    await held(one, [master])

    const { plan, loads } = await seen(master)
    expect(plan?.progress).toEqual({ items: 2, held: 1, announced: 0, late: 1 })
    expect(plan?.items[0]).toMatchObject({ progress: 'held', activities: [{ id: one, state: 'ended' }] })
    expect(loads.find(({ person }) => person.id === master.personId)).toMatchObject({
      ...{ tasks: 1, hours: 6, doneHours: 6, attended: 1, attendedMs: 3_600_000 },
    })

    const crossed = { planId, itemId: other, activityId: one }
    await expect(linkActivity(deps, master, crossed)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(unlinkActivity(deps, master, crossed)).rejects.toMatchObject({ code: 'CONFLICT' })
    await unlinkActivity(deps, master, { planId, itemId, activityId: one })
    await linkActivity(deps, master, crossed)
    expect((await seen(master)).plan?.items.map(({ progress }) => progress)).toEqual(['late', 'held'])
  })

  it('[YP7] the office finds the filed plans that have fallen behind; its count is its list', async () => {
    const planId = (await seen(master)).plan?.id ?? ''
    await submitYearPlan(deps, master, { planId, version: 1 })
    await fileYearPlan(deps, office, { planId, version: 2 })
    const late = () => listYearPlans(deps, office, { year, show: 'late', limit: 30 })
    expect(await late()).toMatchObject({
      counts: { filed: 1, late: 1 },
      items: [{ progress: { items: 2, held: 1, late: 1 } }],
    })

    const { items } = await listLinkable(deps, master, { planId, limit: 30 })
    const [left] = items
    const itemId = (await seen(master)).plan?.items.find(({ progress }) => progress === 'late')?.id ?? ''
    await linkActivity(deps, master, { planId, itemId, activityId: left?.id ?? '' })
    await held(left?.id ?? '', [])
    expect(await late()).toMatchObject({ counts: { filed: 1, late: 0 }, items: [] })
  })

  it('[YP7] an activity of another studio is not linked, nor by a member', async () => {
    const { plan } = await seen(master)
    const [planId, itemId] = [plan?.id ?? '', plan?.items[0]?.id ?? '']
    const where = { studio: { name: '孙学军名师工作室' } }
    const theirs = await world.database.activity.findFirstOrThrow({ where, select: { id: true } })
    const crossed = { planId, itemId, activityId: theirs.id }
    await expect(linkActivity(deps, master, crossed)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const member = await world.actorOf('荆文涛')
    await expect(linkActivity(deps, member, crossed)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
